using System.Text;
using DocGen.Tool.Commands;

Console.OutputEncoding = Encoding.UTF8;
return new DocGenCommand(Console.Out, Console.Error).Run(args);
