using System.Collections.Concurrent;
using System.Text;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

internal sealed record WrittenFile(ApiFile File, EmittedFile Emitted);
