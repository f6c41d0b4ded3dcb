using System.Reflection;
using System.Runtime.Loader;
using DocGen.Generator.Model;
using DocGen.Generator.Snippets;

namespace DocGen.Corpus;

/// <summary>Runs each snippet against a new handler and compares the sent request with the page.</summary>
internal static class SnippetSender
{
    private const string Root = "https://service.example.com";

    public static void Send(byte[] image, IEnumerable<SnippetProof> proofs)
    {
        Assembly assembly = new AssemblyLoadContext("Snippets").LoadFromStream(new MemoryStream(image));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("docgen-snippets");
        assembly.GetType("Proof.File")!.GetField("Folder")!.SetValue(null, folder.FullName);
        try
        {
            foreach (SnippetProof proof in proofs.Where(proof => proof.IsCompiled))
                Send(assembly, proof, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Send(Assembly assembly, SnippetProof proof, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "content.bin"), "content");
        foreach (SnippetFile file in proof.Snippet.Files)
            File.WriteAllText(Path.Combine(folder, file.Name), file.Content);
        using var handler = new RecordingHandler(proof.Example.Answer ?? Plain(proof.Snippet.Operation!));
        (object client, Uri root) = Client(assembly, handler);
        Exception? failure = null;
        try
        {
            ((Task)assembly.GetType("Proof." + proof.ClassName)!.GetMethod("Run")!.Invoke(null, [client])!).Wait();
        }
        catch (Exception exception) when (exception is TargetInvocationException or AggregateException)
        {
            failure = exception.InnerException;
        }

        if (handler.First is { } sent)
            Compare(proof, sent, root);
        else
            proof.Differences.Add("not sent: " + failure?.Message);
        if (failure is not null && !IsEnd(failure))
            proof.AnswerProblem = failure.GetType().Name + ": " + failure.Message.ReplaceLineEndings(" ");
    }

    private static void Compare(SnippetProof proof, SentRequest sent, Uri root)
    {
        try
        {
            proof.Differences.AddRange(WireComparison.Of(proof.Shown, sent, root, proof.Snippet.Skipped));
        }
        catch (System.Text.Json.JsonException exception)
        {
            proof.Differences.Add("body: not JSON: " + exception.Message);
        }
    }

    private static bool IsEnd(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is EndOfProofException)
                return true;
        }

        return false;
    }

    private static (object Client, Uri Root) Client(Assembly assembly, RecordingHandler handler)
    {
        var options = (ServiceClientOptions)Activator.CreateInstance(assembly.GetType("Corpus.ApiClientOptions")!)!;
        options.ServiceRoot ??= new Uri(Root);
        options.HttpClient = new HttpClient(handler);
        options.TimeProvider = new ProofTime();
        options.Retry.MaxRetries = 0;
        return (Activator.CreateInstance(assembly.GetType("Corpus.ApiClient")!, options)!, options.ServiceRoot);
    }

    /// <summary>Returns a response of the documented type, for a page that shows no response.</summary>
    private static ShownAnswer Plain(Operation operation)
    {
        int status = operation.Response.Statuses.FirstOrDefault(200);
        return operation.Response switch
        {
            ResponseShape.Empty => new ShownAnswer(status is 200 ? 204 : status, default, ""),
            ResponseShape.Stream => new ShownAnswer(200, default, "content"),
            ResponseShape.LongRunning =>
                new ShownAnswer(202, EquatableArray.Of(new ShownHeader("Location", Root + "/jobs/1")), ""),
            ResponseShape.UploadSession => new ShownAnswer(200, default, $$"""{"uploadUrl": "{{Root}}/up/1"}"""),
            ResponseShape.Collection { Property: var property } =>
                new ShownAnswer(200, default, $$"""{"{{property ?? "value"}}": []}"""),
            ResponseShape.Value { Type.IsCollection: true } => new ShownAnswer(200, default, "[]"),
            _ => new ShownAnswer(200, default, "{}"),
        };
    }
}
