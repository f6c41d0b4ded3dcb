using BenchmarkDotNet.Running;
using DocGen.Benchmarks;

// ratios [part]       the goals, as ratios to hand-written code; those whose names have the part
// first-call <side>   one cold call, in a process of its own
// anything else       BenchmarkDotNet's own arguments, such as --filter *
switch (args)
{
    case ["ratios", .. var only]:
        return await Ratios.PrintAsync(only is [var part] ? part : "") ? 0 : 1;
    case ["first-call", var side]:
        await FirstCall.RunAsync(side == "generated");
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
        return 0;
}
