using System.Diagnostics;
using System.Globalization;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Benchmarks;

/// <summary>How many patients a second are answered from the bytes of their Bundles to those of their assessments, all in memory: what <c>batch</c> could reach if reading and writing cost nothing.</summary>
internal static class MemoryRate
{
    private const int Most = 10_000;

    /// <summary>Measures and prints it.</summary>
    /// <param name="file">NDJSON of Bundles; the first ten thousand are taken.</param>
    /// <param name="parallel">Patients answered at the same time.</param>
    public static void Print(string file, int parallel)
    {
        byte[][] bundles = [.. File.ReadLines(file).Take(Most).Select(System.Text.Encoding.UTF8.GetBytes)];
        BatchAssessor assessor = AssessingRun.AssessorOf(KnowledgeFiles.Read((string?)null), new CdsOptions(), AsOf.EndOf(new DateOnly(2026, 11, 20)), Language.English, EntryDetail.None);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        long written = 0;
        void Answer(byte[] bundle) => Interlocked.Add(ref written, assessor.Answer(InputLine.Write("memory", bundle.Length, bundle.CopyTo)).Bytes.Length);
        // A long run is compiled after its first seconds.
        Parallel.ForEach(bundles, atOnce, Answer);
        long started = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        Parallel.ForEach(bundles, atOnce, Answer);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds, busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bundles.Length} patients, {bundles.Length / seconds:0.0} a second, {1000 * busy / bundles.Length:0.000} ms of processor time each"));
    }
}
