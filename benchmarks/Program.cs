using BenchmarkDotNet.Running;
using Cds.Benchmarks;

// "cpu": processor time of each step, without BenchmarkDotNet; for machines that are shared. "cpu assessing" leaves the reading out.
if (args is ["cpu"]) ProcessorTime.PrintReading();
if (args is ["cpu"] or ["cpu", "assessing"]) ProcessorTime.PrintAssessing();
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
