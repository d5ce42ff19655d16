using System.CommandLine;
using Cds.CdsHooks.Batch.Register;

namespace Cds.CdsHooks.Commands;

/// <summary>The options of <c>batch</c> that make something of all patients together.</summary>
internal sealed class RegisterOptions
{
    private const int UsualOverdueDays = 30, MostOverdueDays = 365;

    public RegisterOptions() => OverdueDays.Validators.Add(given =>
    {
        if (given.GetValueOrDefault<int>() is < 1 or > MostOverdueDays) given.AddError($"--overdue-days: 1 to {MostOverdueDays} are allowed.");
    });

    /// <summary><c>--tables</c>.</summary>
    public Option<string?> Tables { get; } = new("--tables")
    {
        Description = "Folder for Parquet tables of all patients: patients, conclusions, recommendations, candidates, missing facts, and what was not read by frequency.",
    };

    /// <summary><c>--report</c>.</summary>
    public Option<string?> Report { get; } = new("--report") { Description = "File for a page (HTML) that counts the patients: by stage, line, phase, response; due, overdue, candidates, missing, not read. Without names." };

    /// <summary><c>--report-ids</c>.</summary>
    public Option<bool> NamesPatients { get; } = new("--report-ids") { Description = "Lets the report name candidates, and patients for whom something is overdue, by their local ids." };

    /// <summary><c>--worklist</c>.</summary>
    public Option<string?> Worklist { get; } = new("--worklist") { Description = "File for a list (CSV): patient id, what is due, since when, why." };

    /// <summary><c>--overdue-days</c>.</summary>
    public Option<int> OverdueDays { get; } = new("--overdue-days") { Description = "After how many days something due is overdue.", DefaultValueFactory = _ => UsualOverdueDays };

    /// <summary>What was asked for.</summary>
    public RegisterWanted Read(ParseResult parsed) => new(
        Path(parsed.GetValue(Tables)), Path(parsed.GetValue(Report)), Path(parsed.GetValue(Worklist)), parsed.GetValue(NamesPatients), parsed.GetValue(OverdueDays));

    private static string? Path(string? typed) => typed is null ? null : CallerPath.Of(typed);
}
