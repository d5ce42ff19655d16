namespace Cds.FhirMapping.Answers;

/// <summary>What part a word or phrase plays in an answer. The names are those of <c>phrases.json</c>.</summary>
internal enum WordKind
{
    /// <summary>Not in the tables; makes the clause it stands in undecided.</summary>
    Unknown,

    /// <summary>Says that something is there: positive, 陽性.</summary>
    Positive,

    /// <summary>Says so with a grade; to deny it denies only the grade: 弱陽性, 2+.</summary>
    Graded,

    /// <summary>Positive only when it stands alone: y.</summary>
    YesAlone,

    /// <summary>Says, standing alone, that an examination took place, and not what it showed: done, 実施済.</summary>
    DoneAlone,

    /// <summary>Negative only when it stands alone: n.</summary>
    NoAlone,

    /// <summary>A whole phrase that says that it is not: 未検出, non-reactive.</summary>
    Negative,

    /// <summary>Negative alone, and takes a positive word behind it along: none (detected).</summary>
    None,

    /// <summary>Turns the positive word right behind it: not (detected).</summary>
    Not,

    /// <summary>Turns the positive word right before it: 陽性(ではない).</summary>
    NotAfter,

    /// <summary>The word no: an answer alone, else a denial of the finding behind it.</summary>
    No,

    /// <summary>Denies the findings behind it: negative for, no evidence of.</summary>
    Deny,

    /// <summary>Denies what stands behind it, and says nothing of what stands before it: without.</summary>
    Without,

    /// <summary>Says that the findings behind it are there: positive for.</summary>
    Affirm,

    /// <summary>Doubt about an answer: equivocal, 判定保留.</summary>
    Uncertain,

    /// <summary>Doubt that a diagnosis may be written with: possible, cannot be excluded, 否定できない.</summary>
    Possible,

    /// <summary>Suspicion of a diagnosis: suspected, rule out, 疑い.</summary>
    Suspected,

    /// <summary>A condition, or something that only looks like an answer: if, control, predictive.</summary>
    Condition,

    /// <summary>An earlier time: previously, history of, 既往.</summary>
    Past,

    /// <summary>Somebody else: mother, donor, 家族歴.</summary>
    Relative,

    /// <summary>Takes back the whole text: error, wrong patient, 無効.</summary>
    Retracted,

    /// <summary>Not done, or no result: pending, 検体不足.</summary>
    NoResult,

    /// <summary>Names a test or another document: panel, see report.</summary>
    Reference,

    /// <summary>Compares with an earlier result: unchanged, 著変なし.</summary>
    Change,

    /// <summary>Says "as before" beside an answer: 前回同様.</summary>
    Same,

    /// <summary>Limits the answer to what is new or further: new, other, 新規.</summary>
    New,

    /// <summary>A place, size or number: a denial that is limited to it is no denial of the finding.</summary>
    Limit,

    /// <summary>A general word for a finding: abnormality, 所見.</summary>
    Noun,

    /// <summary>A finding that no question is about here: fracture, 骨折.</summary>
    Other,

    /// <summary>A circumstance whose denial does not deny the diagnosis: complication, remission, 合併症.</summary>
    Aside,

    /// <summary>Changes nothing: the, of, serum, は.</summary>
    Filler,

    /// <summary>Says that the number beside it is a limit: cutoff, reference, 基準値.</summary>
    CutOff,

    /// <summary>A number that is no share.</summary>
    Number,

    /// <summary>A share of cells: 65 %, 0/200.</summary>
    Share,

    /// <summary>A lone plus sign.</summary>
    Plus,

    /// <summary>A lone minus sign or hyphen.</summary>
    Dash,

    /// <summary>A question mark.</summary>
    Question,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>Joins members of a list: and, 及び.</summary>
    And,

    /// <summary>Joins alternatives: or, または.</summary>
    Or,

    /// <summary>A slash or middle dot between members of a list.</summary>
    Slash,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>The end of a sentence, or a word of contrast: however, 一方.</summary>
    Stop,

    /// <summary>The name of the finding that is asked about.</summary>
    Item,
}
