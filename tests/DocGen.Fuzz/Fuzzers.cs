namespace DocGen.Fuzz;

/// <summary>The fuzzers there are.</summary>
public static class Fuzzers
{
    public static IReadOnlyList<IFuzzer> All { get; } =
    [
        new UploadFuzzer(), new DownloadFuzzer(), new PageFuzzer(), new GroupNameFuzzer(), new KeywordFuzzer(),
        new OpenerFuzzer(),
        new EditFuzzer(), new FileNameFuzzer(),
    ];

    /// <summary>The fuzzer of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IFuzzer Named(string name) =>
        All.FirstOrDefault(fuzzer => fuzzer.Name == name) ?? throw new ArgumentException(
        $"There is no fuzzer '{name}', but: {string.Join(", ", All.Select(fuzzer => fuzzer.Name))}.", nameof(name));
}
