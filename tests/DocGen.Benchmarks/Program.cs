using BenchmarkDotNet.Running;
using DocGen.Benchmarks;

// ratios [part]       measures the goals as ratios to hand-written code; with a part, only goals whose names contain it
// first-call <side>   makes one cold call in this process; the side is "generated" or "plain"
// anything else       arguments of BenchmarkDotNet, such as --filter *
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
