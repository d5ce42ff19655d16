using BenchmarkDotNet.Running;
using Cds.Benchmarks;

// "cpu": processor time of each step, without BenchmarkDotNet; for machines that are shared.
if (args is ["cpu"]) ProcessorTime.Print();
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
