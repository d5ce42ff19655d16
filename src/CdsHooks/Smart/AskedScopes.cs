namespace Cds.CdsHooks.Smart;

/// <summary>The scopes of a launch: to read what the rules read of one patient, and nothing else. Who the user is, is not asked.</summary>
internal static class AskedScopes
{
    /// <summary>The scopes as one text.</summary>
    /// <param name="types">Types that are read.</param>
    /// <param name="isFromEhr">Whether an EHR began the launch; otherwise the user chooses the patient there.</param>
    /// <param name="isRenewable">Whether access is asked for that can be renewed.</param>
    /// <param name="speaksVersion2">Whether the EHR knows scopes of version 2.</param>
    public static string Of(IReadOnlyList<string> types, bool isFromEhr, bool isRenewable, bool speaksVersion2)
    {
        string read = speaksVersion2 ? ".rs" : ".read";
        return string.Join(' ', [isFromEhr ? "launch" : "launch/patient", .. isRenewable ? ["online_access"] : Array.Empty<string>(), .. types.Select(type => $"patient/{type}{read}")]);
    }
}
