namespace DocGen.Fuzz;

/// <summary>Lists all fuzzers.</summary>
public static class Fuzzers
{
    public static IReadOnlyList<IFuzzer> All { get; } =
    [
        new UploadFuzzer(), new DownloadFuzzer(), new PageFuzzer(), new GroupNameFuzzer(), new KeywordFuzzer(),
        new OpenerFuzzer(),
        new EditFuzzer(), new FileNameFuzzer(),
    ];

    /// <summary>Returns the fuzzer with a name.</summary>
    /// <exception cref="ArgumentException">No fuzzer has this name.</exception>
    public static IFuzzer Named(string name) =>
        All.FirstOrDefault(fuzzer => fuzzer.Name == name) ?? throw new ArgumentException(
        $"There is no fuzzer '{name}'. Fuzzers: {string.Join(", ", All.Select(fuzzer => fuzzer.Name))}.", nameof(name));
}
