using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cds.CdsHooks.Batch;

/// <summary>Tells which answers are about a patient whom an earlier line was about: two records under one id are two halves of a patient, and each answer lacks what the other has.</summary>
internal sealed class RepeatedPatients
{
    /// <summary>Patients that are remembered, in about 40 MB; those after them are compared with these only.</summary>
    private const int MostRemembered = 1_000_000;

    /// <summary>Longer than what comes before the end of any id that FHIR allows.</summary>
    public const int HeadBytes = 128;

    private readonly HashSet<ulong> _seen = [];

    private static ReadOnlySpan<byte> BeginOfAssessment => """{"subject":"Patient/"""u8;

    /// <summary>Whether the line is an assessment of a patient who came before.</summary>
    /// <param name="line">The line, or its first <see cref="HeadBytes"/>.</param>
    public bool Repeats(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(BeginOfAssessment)) return false;
        ReadOnlySpan<byte> id = line[BeginOfAssessment.Length..Math.Min(line.Length, HeadBytes)];
        int end = id.IndexOf((byte)'"');
        if (end >= 0) id = id[..end];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        return _seen.Count < MostRemembered ? !_seen.Add(key) : _seen.Contains(key);
    }
}
