using BenchmarkDotNet.Running;
using DocGen.Benchmarks;

// ratios              the goals, as ratios to hand-written code
// first-call <side>   one cold call, in a process of its own
// anything else       BenchmarkDotNet's own arguments, such as --filter *
switch (args)
{
    case ["ratios"]:
        return await Ratios.PrintAsync() ? 0 : 1;
    case ["first-call", var side]:
        await FirstCall.RunAsync(side == "generated");
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
        return 0;
}
