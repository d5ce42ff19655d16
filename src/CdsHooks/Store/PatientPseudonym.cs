using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Store;

/// <summary>
/// Stands for a patient in records: an HMAC of client, tenant and patient id under a key of the installation. Without the key nobody can tell
/// whether a record is about a given patient; the same id at two hospitals gives two pseudonyms.
/// </summary>
internal sealed class PatientPseudonym
{
    private const int KeyBytes = 32, KeptBytes = 16;
    private const string KeyFile = "patient.key";

    private readonly byte[] _key;

    public PatientPseudonym(IOptions<CdsOptions> options, StoreFolder folder)
    {
        StoreOptions store = options.Value.Store;
        _key = store.PatientKey is { } configured ? Convert.FromBase64String(configured) : KeyIn(folder.Path);
    }

    /// <summary>The pseudonym of a patient of a client.</summary>
    public string Of(CallingClient? client, string patientId) => Hash($"{client?.Issuer}\0{client?.Tenant}\0{patientId}");

    /// <summary>The pseudonym of a clinician (<c>Practitioner/p1</c>) of a client.</summary>
    public string OfUser(CallingClient? client, string userId) => Hash($"user\0{client?.Issuer}\0{client?.Tenant}\0{userId}");

    /// <summary>Stands for what a card says of a patient: equal while it says the same.</summary>
    public string OfState(string patient, string state) => Hash($"state\0{patient}\0{state}");

    private string Hash(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, KeptBytes));

    /// <summary>Whether a text is a usable key.</summary>
    public static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[1024];
        return Convert.TryFromBase64String(text, key, out int length) && length >= KeyBytes;
    }

    private static byte[] KeyIn(string folder)
    {
        try
        {
            return OwnKey(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The key of patient hashes cannot be read or written in {folder}; set Cds:Store:Folder to a folder that this user can write, or Cds:Store:PatientKey.", exception);
        }
    }

    private static byte[] OwnKey(string folder)
    {
        string path = Path.Combine(folder, KeyFile);
        string temporary = Path.Combine(folder, $"{KeyFile}.{Environment.ProcessId}");
        if (!File.Exists(path))
        {
            // Written whole under another name first: an instance that starts at the same moment sees no key or a complete one.
            var owner = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) owner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(temporary, owner))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))));
                file.Flush(flushToDisk: true);
            }

            if (!File.Exists(path)) File.Move(temporary, path);
            else File.Delete(temporary);
        }

        string text = File.ReadAllText(path).Trim();
        return IsKey(text) ? Convert.FromBase64String(text) : throw new StoreUnavailableException($"The key file {path} holds no base64 of {KeyBytes} bytes or more.");
    }
}
