namespace DocGen.Package.Tests;

/// <summary>Tests that each kind of page edit changes a program that runs under <c>dotnet watch</c>.</summary>
[Collection(PackageTests.Name)]
public class WatchTests(PackageFeed feed)
{
    // Prints the client's types and properties whenever they change.
    private const string Lister = """
        string last = "";
        while (true)
        {
            Type[] types = System.Reflection.Assembly.GetExecutingAssembly().GetExportedTypes();
            string now = string.Join(' ', types.SelectMany(type =>
                type.GetProperties().Select(property => $"{type.Name}.{property.Name}").Prepend(type.Name)));
            if (now != last)
                Console.WriteLine($"CLIENT {now} END");
            last = now;
            await Task.Delay(50);
        }
        """;

    [WatchFact]
    public async Task Each_kind_of_page_edit_changes_the_running_program()
    {
        UserProject project = feed.CreateProject(UserProject.Reference + UserProject.Docs);
        project.Write("Program.cs", Lister);
        project.Write("docs/api/note-get.md", Notes.GetPage);
        project.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        using WatchSession watch = project.Watch();
        await watch.ReadToAsync(Shows("Note.Author"));
        await watch.ReadToAsync(line => line.Contains("Waiting for changes", StringComparison.Ordinal));

        // Only prose changes, so the program continues unchanged.
        project.Write(
            "docs/api/note-get.md", Notes.GetPage.Replace("Gets a note", "Reads a note", StringComparison.Ordinal));
        List<string> words = await watch.ReadToAsync(
            line => line.Contains("No managed code changes", StringComparison.Ordinal));
        Assert.DoesNotContain(words, line => line.StartsWith("CLIENT", StringComparison.Ordinal));

        project.Write("docs/resources/note.md", Notes.ResourcePage("colour"));
        await watch.ReadToAsync(line => Shows("Note.Colour")(line) && !Shows("Note.Author")(line));

        project.Write(
            "docs/resources/tag.md",
            Notes.ResourcePage("author").Replace("note", "tag", StringComparison.Ordinal));
        await watch.ReadToAsync(Shows("Tag.Author"));

        project.Delete("docs/resources/tag.md");
        await watch.ReadToAsync(line => Shows("Note.Colour")(line) && !Shows("Tag")(line));

        // A mistake in a page is reported at its line, and the next edit is read.
        project.Write(
            "docs/api/note-get.md",
            Notes.GetPage.Replace("\"request\"", "\"requst\"", StringComparison.Ordinal));
        await watch.ReadToAsync(line => line.Contains("note-get.md(18,", StringComparison.Ordinal)
            && line.Contains("warning DG0102", StringComparison.Ordinal));

        project.Write("docs/api/note-get.md", Notes.GetPage);
        project.Write("docs/resources/note.md", Notes.ResourcePage("place"));
        List<string> repaired = await watch.ReadToAsync(Shows("Note.Place"));
        Assert.Contains(" NoteGetRequest ", repaired[^1], StringComparison.Ordinal);

        static Predicate<string> Shows(string name) =>
            line => line.Contains("CLIENT ", StringComparison.Ordinal)
                && line.Contains($" {name} ", StringComparison.Ordinal);
    }
}
