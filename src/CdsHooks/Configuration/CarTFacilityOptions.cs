namespace Cds.CdsHooks.Configuration;

/// <summary>
/// The requirements that a hospital giving ide-cel has to meet (ide-cel-2023 section 4). None is taken as met unless the site says so; with all of
/// them the card <c>car-t.facility</c> is settled.
/// </summary>
public sealed class CarTFacilityOptions
{
    /// <summary>Transplant department of category 1 to 3, or a site of the ide-cel trials.</summary>
    public bool TransplantDepartment { get; set; }

    /// <summary>Intensive care unit able to manage severe adverse events (management fee 1 to 4 notified).</summary>
    public bool IntensiveCare { get; set; }

    /// <summary>Staff familiar with apheresis; at least one watches throughout, with a line to a physician.</summary>
    public bool Apheresis { get; set; }

    /// <summary>Every patient entered in the registry; post-marketing surveillance possible.</summary>
    public bool Registry { get; set; }

    /// <summary>Responsible physician (6 years or more of practice with 3 or more in blood cancers, 1 year or more of transplant training, 5 or more allogeneic transplants) and one more with the first of these, all trained by the manufacturer.</summary>
    public bool Physicians { get; set; }

    /// <summary>Person in charge of product information and of reporting adverse events.</summary>
    public bool SafetyInformation { get; set; }

    /// <summary>Care around the clock with admission and test results on the same day; tocilizumab in stock before the infusion.</summary>
    public bool RoundTheClock { get; set; }

    /// <summary>Team that watches for adverse effects, known to patient and family; specialists at hand here or at a partner hospital.</summary>
    public bool SideEffectTeam { get; set; }

    /// <summary>The requirements met, in the words of the rules.</summary>
    internal IEnumerable<string> Met() =>
        new (string Requirement, bool Met)[]
        {
            ("transplant-department", TransplantDepartment),
            ("intensive-care", IntensiveCare),
            ("apheresis", Apheresis),
            ("registry", Registry),
            ("physicians", Physicians),
            ("safety-information", SafetyInformation),
            ("round-the-clock", RoundTheClock),
            ("side-effect-team", SideEffectTeam),
        }.Where(requirement => requirement.Met).Select(requirement => "car-t-facility." + requirement.Requirement);
}
