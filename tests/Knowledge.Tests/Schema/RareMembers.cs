using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>An overlay that says what authors may say and the content that ships does not.</summary>
internal static class RareMembers
{
    public static IReadOnlyList<KnowledgeFile> Files { get; } =
    [
        new("modules/rare/module.yaml", """
            id: rare
            title: { en: What is rarely said, ja: まれな記述 }
            about: { en: What is rarely said., ja: まれな記述である。 }
            speaks-from: 2026
            jurisdiction: jp
            certainty: secondary
            not-covered: [ { drug: selinexor, what: { en: nothing of it, ja: すべて } } ]
            """),
        new("modules/rare/conclusions/rare.place.yaml", """
            id: rare.place
            title: { en: Where it is asked, ja: 対象地域 }
            jurisdiction: us
            citations: [jsh-2023#table-1]
            kind: table
            rows: [ { value: here, when: { jurisdiction: us } }, { value: elsewhere, otherwise: true } ]
            """),
        new("modules/rare/recommendations/rare.advice.yaml", """
            id: rare.advice
            title: { en: Rare advice, ja: まれな助言 }
            topic: workup
            card: false
            speaks-from: 2025-12-01
            jurisdiction: [jp, us]
            certainty: read
            citations: [jsh-2023#table-1]
            summary: { en: Rare, ja: まれ }
            detail: { en: Rare advice., ja: まれな助言である。 }
            applies: { conclusion: rare.place, is: here }
            """),
        Local("formulary.yaml", """
            excluded-drugs: [ { drug: panobinostat, reason: { en: not stocked, ja: 採用なし } } ]
            excluded-regimens: [ { regimen: vad, reason: { en: not used, ja: 使用しない } } ]
            """),
        Local("conclusions/site.counting.yaml", """
            id: site.counting
            title: { en: Two of three, ja: 3項目中2項目 }
            citations: [jsh-2023#table-1]
            kind: table
            rows:
              - { value: "yes", when: { at-least: { count: 2, of: [ { fact: albumin, lt: 3 g/dL }, { fact: ldh, above-upper-limit: true }, { for-maintenance: true } ] } } }
              - { value: "no", otherwise: true }
            """),
        Local("rules/site.yaml", """
            rules:
              - { id: site-sentence, en: A sentence of the site., ja: 当院の説明である。 }
            options:
              - { id: melphalan, standing: alternative, against-myeloma: false, orders: [site-drug, site-service] }
            orders:
              - id: site-drug
                when: { always: true }
                drug: dexamethasone
                dose: 20 mg
                max-dose: 40 mg
                route: oral
                frequency: 1 per 1 d
                days: [1, 2, 3, 4]
                cycle-days: 42
                cycles: 9
                source: jsh-2023#table-1
                repeat: true
                text: { en: dexamethasone, ja: デキサメタゾン }
                reason: { en: as the site does, ja: 当院の方針による }
              - { id: site-service, service: albumin, due-in: 2-3 mo, text: { en: albumin, ja: アルブミン }, reason: { en: as the site does, ja: 当院の方針による } }
              - { id: site-change, change-dose: 20 mg, text: { en: 20 mg, ja: 20 mg }, reason: { en: as the site does, ja: 当院の方針による } }
              - { id: site-removal, remove: true, text: { en: remove, ja: 削除する }, reason: { en: as the site does, ja: 当院の方針による } }
              - { id: site-band, drug: lenalidomide, by-band: true, route: oral, text: { en: "{dose}", ja: "{dose}" }, reason: { en: as the site does, ja: 当院の方針による } }
            """),
        Local("recommendations/site.offer.yaml", """
            id: site.offer
            title: { en: Offer of the site, ja: 当院の提案 }
            topic: workup
            card: false
            citations: [jsh-2023#table-1]
            summary: { en: An offer, ja: 提案 }
            detail: { en: The site offers it., ja: 当院で提案する。 }
            applies: { conclusion: site.counting, is: "yes" }
            information: [site-sentence, { en: Another sentence., ja: 別の説明である。 }]
            options: [melphalan, { id: lenalidomide, standing: alternative, orders: [site-band] }]
            """),
        Local("recommendations/site.order.yaml", """
            id: site.order
            title: { en: Orders of the site, ja: 当院のオーダー }
            topic: safety
            trigger: order
            citations: [jsh-2023#table-1]
            summary: { en: "{drug}: {findings}", ja: "{drug}：{findings}" }
            detail: { en: The site changes it., ja: 当院では変更する。 }
            cases:
              - id: any
                when: { ordering: dexamethasone }
                urgency: info
                citations: [jsh-2023#table-1]
                finding: { en: differs, ja: 異なる }
                options: [ { id: change-dose, standing: recommended, orders: [site-change] }, { id: remove-order, standing: alternative, orders: [site-removal] } ]
            """),
    ];

    private static KnowledgeFile Local(string path, string text) => new(path, text) { Overlay = "overlay" };
}
