using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DocGen.Tests.Harness;

/// <summary>A compilation that is loaded into this process to run its code.</summary>
public sealed class EmittedAssembly : IDisposable
{
    // The context is collectible, because hundreds of tests load an assembly each.
    private readonly AssemblyLoadContext _context = new("Emitted code", isCollectible: true);
    private readonly Assembly _assembly;

    private EmittedAssembly(MemoryStream image) => _assembly = _context.LoadFromStream(image);

    /// <summary>
    /// Compiles and loads a compilation; fails with the compiler's diagnostics if it does not compile.
    /// </summary>
    public static EmittedAssembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new EmittedAssembly(image);
    }

    /// <summary>Returns a type of the assembly by its full name.</summary>
    public Type GetType(string fullName) => _assembly.GetType(fullName, throwOnError: true)!;

    /// <summary>
    /// Calls a static method, awaits the task if it returns one, and returns the result or null. Exceptions from the
    /// method are not wrapped.
    /// </summary>
    public async Task<object?> RunAsync(string typeName, string methodName, params object?[] arguments)
    {
        MethodInfo method = GetType(typeName).GetMethod(
            methodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(typeName, methodName);
        object? returned = method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments,
            culture: null);
        if (returned is not Task task)
            return returned;

        await task;
        return method.ReturnType.IsGenericType
            ? method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task)
            : null;
    }

    /// <inheritdoc />
    public void Dispose() => _context.Unload();
}
