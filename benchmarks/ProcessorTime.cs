using System.Diagnostics;
using System.Globalization;

namespace Cds.Benchmarks;

/// <summary>
/// Processor time of each step of reading and of assessing, for machines that are shared: what other processes do makes the clock on the wall go on, but not this one.
/// Garbage collection and whatever else the process does counts.
/// </summary>
internal static class ProcessorTime
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(300);

    /// <summary>Measures the steps of reading and prints them.</summary>
    public static void PrintReading()
    {
        foreach (ReadingBenchmark.Body size in Enum.GetValues<ReadingBenchmark.Body>())
        {
            var steps = new ReadingBenchmark { Size = size };
            steps.Prepare();
            Measure(size, nameof(steps.Tokens), () => steps.Tokens());
            Measure(size, nameof(steps.JsonDocumentAlone), () => steps.JsonDocumentAlone());
            Measure(size, nameof(steps.LaneAlone), () => steps.LaneAlone());
            Measure(size, nameof(steps.WholeReading), () => steps.WholeReading());
            Measure(size, nameof(steps.FromObjects), () => steps.FromObjects());
            Measure(size, nameof(steps.FirelyStrict), () => steps.FirelyStrict());
        }
    }

    /// <summary>Measures the assessment of each patient and prints it.</summary>
    public static void PrintAssessing()
    {
        foreach (string sample in AssessmentBenchmark.Samples)
        {
            var assessment = new AssessmentBenchmark { Sample = sample };
            assessment.Prepare();
            Measure(sample, nameof(assessment.Assess), () => assessment.Assess());
            Measure(sample, nameof(assessment.AssessTruthFirst), () => assessment.AssessTruthFirst());
        }
    }

    /// <summary>Measures how the cards of each patient are composed and written, and prints it.</summary>
    public static void PrintCards()
    {
        foreach (string sample in CardBenchmark.Samples)
        {
            var cards = new CardBenchmark { Sample = sample };
            cards.Prepare();
            Measure(sample, nameof(cards.Compose), () => cards.Compose());
            Measure(sample, nameof(cards.WriteDetails), () => cards.WriteDetails());
            Measure(sample, nameof(cards.WriteJson), () => cards.WriteJson());
        }
    }

    private static void Measure(object what, string step, Action action)
    {
        Repeat(action, WarmUp);
        var milliseconds = new List<double>();
        long allocated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan start = Environment.CpuUsage.TotalTime;
            int times = Repeat(action, Round);
            milliseconds.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds / times);
            allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / times;
        }

        milliseconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {step}: median {milliseconds[Rounds / 2]:0.000} ms, least {milliseconds[0]:0.000} ms, allocated {allocated} bytes"));
    }

    private static int Repeat(Action action, TimeSpan time)
    {
        int times = 0;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; times++) action();
        return times;
    }
}
