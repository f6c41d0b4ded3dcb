using System.Text;

namespace DocGen.Generator.Http;

internal readonly record struct UrlFinding(UrlFault Fault, int Start, int End, string Was, string Is);
