using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DocGen.Corpus;

/// <summary>
/// Measures a fresh <c>dotnet build</c> of a project that generates the client from docs, and of a project that has the
/// same files as <c>Compile</c> items. Both projects use the strictest settings, so a warning in emitted code fails the
/// build.
/// </summary>
internal sealed partial class BuildTime : IDisposable
{
    private const int Turns = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docgen-build");
    private readonly string _repository;

    private BuildTime() => _repository = Repository();

    /// <summary>The time of the shortest build that runs the generator.</summary>
    public TimeSpan Generating { get; private set; } = TimeSpan.MaxValue;

    /// <summary>The time of the shortest build of the emitted files.</summary>
    public TimeSpan Plain { get; private set; } = TimeSpan.MaxValue;

    /// <summary>The shortest time of the generator that the compiler reports.</summary>
    public TimeSpan Generator { get; private set; } = TimeSpan.MaxValue;

    /// <summary>Builds both projects in turn.</summary>
    /// <exception cref="InvalidOperationException">A build failed. The message has its errors.</exception>
    public static BuildTime Measure(IEnumerable<string> docs)
    {
        var time = new BuildTime();
        string items = string.Join("\n", docs.Select(Path.GetFullPath).Select(path =>
            $"<ApiDoc Include=\"{(File.Exists(path) ? path : path + "/**/*.md")}\" />"));
        string generating = time.Create("Generating", $"""
            <PropertyGroup>
              <DocGenNamespace>Corpus</DocGenNamespace>
              <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              <CompilerGeneratedFilesOutputPath>emitted</CompilerGeneratedFilesOutputPath>
            </PropertyGroup>
            <ItemGroup>{items}</ItemGroup>
            <Import Project="{time._repository}/generator/DocGen/build/DocGen.InRepo.targets" />
            """);
        Run(generating, "build", "-c", "Release");
        string plain = time.Create("Plain", $"""
            <ItemGroup>
              <Compile Include="../Generating/emitted/**/*.cs" />
              <ProjectReference Include="{time._repository}/runtime/DocGen.Runtime/DocGen.Runtime.csproj" />
            </ItemGroup>
            """);
        Run(plain, "build", "-c", "Release");
        for (int turn = 0; turn < Turns; turn++)
        {
            (TimeSpan generated, string output) = Rebuild(generating);
            time.Generating = Min(time.Generating, generated);
            time.Plain = Min(time.Plain, Rebuild(plain).Time);
            Match share = GeneratorTime().Match(output);
            time.Generator = Min(time.Generator,
                TimeSpan.FromSeconds(double.Parse(share.Groups[1].Value, CultureInfo.InvariantCulture)));
        }

        return time;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // EnableDefaultCompileItems is off so that files emitted by the first build are not compiled by the next build.
    private string Create(string name, string body)
    {
        string folder = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>12</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest-recommended</AnalysisLevel>
                <IsAotCompatible>true</IsAotCompatible>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <ArtifactsPath>{_repository}/artifacts</ArtifactsPath>
                <UseArtifactsOutput>false</UseArtifactsOutput>
              </PropertyGroup>
            {body}
            </Project>
            """);
        return folder;
    }

    // Each build starts a new compiler process, because a shared compiler is already warm.
    private static (TimeSpan Time, string Output) Rebuild(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        string output = Run(
            folder, "build", "--no-restore", "-c", "Release", "-t:Rebuild", "-v:detailed",
            "-p:BuildProjectReferences=false",
            "-p:UseSharedCompilation=false", "-p:ReportAnalyzer=true", "-p:EmitCompilerGeneratedFiles=false");
        return (Stopwatch.GetElapsedTime(start), output);
    }

    private static string Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [.. arguments, "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                string.Join('\n', output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal))
                    .Take(20)));
    }

    private static string Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocGen.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The runner is not inside the repository.");
    }

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;

    [GeneratedRegex(@"Total generator execution time: ([\d.]+) seconds")]
    private static partial Regex GeneratorTime();
}
