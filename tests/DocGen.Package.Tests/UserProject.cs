namespace DocGen.Package.Tests;

/// <summary>A project of a user: a project file, some C# code, and docs.</summary>
internal sealed class UserProject
{
    /// <summary>The package reference.</summary>
    public const string Reference =
        """<ItemGroup><PackageReference Include="DocGen" Version="$version$" /></ItemGroup>""";

    /// <summary>A page with one request.</summary>
    public const string Page =
        "# Tickets\nThe base URL is `https://tickets.example.com`.\n## Get a ticket\n\n`GET /tickets/{id}`\n\n" +
        "```json\n{ \"id\": 1 }\n```\n";

    /// <summary>The item that includes the docs.</summary>
    public const string Docs = """<ItemGroup><ApiDoc Include="docs/**/*.md" /></ItemGroup>""";

    private readonly string _name;
    private readonly string _packages;
    private readonly BuildServer _server;

    public UserProject(string directory, string name, string packages, BuildServer server, string body)
    {
        _name = name;
        _packages = packages;
        _server = server;
        Directory = directory;
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              {body}
            </Project>
            """);
        Write("Program.cs", """Console.WriteLine("started");""");
    }

    public string Directory { get; }

    public void Write(string path, string text)
    {
        string fullPath = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllText(fullPath, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Directory, path));

    public void Delete(string path) => File.Delete(Path.Combine(Directory, path));

    /// <summary>
    /// Restores if something changed, and builds on one node, because other nodes would keep running.
    /// </summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        DotNet.RunAsync(Directory, _packages, _server, ["build", "-v:normal", "-m:1", .. arguments]);

    /// <summary>Restores and builds in new processes, like the first build of a user.</summary>
    public Task<CommandResult> BuildAloneAsync(params string[] arguments) =>
        DotNet.RunAsync(Directory, _packages, ["build", "-v:normal", .. arguments]);

    /// <summary>Restores, builds and packs into a folder.</summary>
    public Task<CommandResult> PackAsync(string directory) =>
        DotNet.RunAsync(Directory, _packages, _server, ["pack", "-m:1", "-o", directory]);

    /// <summary>Installs a tool into the project's folder.</summary>
    public Task<CommandResult> InstallToolAsync(string id, string version) =>
        DotNet.RunAsync(Directory, _packages, "tool", "install", id, "--version", version, "--tool-path", "tools");

    /// <summary>Runs a tool in the project's folder.</summary>
    public Task<CommandResult> RunToolAsync(string command, params string[] arguments) =>
        DotNet.RunToolAsync(Path.Combine(Directory, "tools", command), Directory, arguments);

    /// <summary>Runs the project with <c>dotnet watch</c>, which applies each edit or restarts the program.</summary>
    public WatchSession Watch() =>
        new(DotNet.Prepare(DotNet.Host, Directory, _packages, _server, "watch", "run", "--non-interactive"));

    /// <summary>Runs the output of the last build.</summary>
    public Task<CommandResult> RunAsync() =>
        DotNet.RunAsync(Directory, _packages, "exec", $"bin/Debug/net10.0/{_name}.dll");
}
