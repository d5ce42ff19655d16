using System.Globalization;
using BenchmarkDotNet.Running;
using Cds.Benchmarks;

// "cpu", with "reading", "assessing" or "cards" for one step: processor time without BenchmarkDotNet, for machines that are shared.
// "bodies FOLDER" and "floor PORT" are for load.sh, "memory FILE PARALLEL" for tools/measure-batch.sh. Everything else goes to BenchmarkDotNet.
switch (args)
{
    case ["cpu", .. var steps]:
        if (steps is [] or ["reading"]) ProcessorTime.PrintReading();
        if (steps is [] or ["assessing"]) ProcessorTime.PrintAssessing();
        if (steps is [] or ["cards"]) ProcessorTime.PrintCards();
        break;
    case ["bodies", var folder]:
        foreach ((string name, byte[] body) in HookBody.All) File.WriteAllBytes(Path.Combine(folder, name + ".json"), body);
        break;
    case ["memory", var bundles, var parallel]:
        MemoryRate.Print(bundles, int.Parse(parallel, CultureInfo.InvariantCulture));
        break;
    case ["floor", var port]:
        FloorHost.Run(port);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CardBenchmark).Assembly).Run(args);
        break;
}
