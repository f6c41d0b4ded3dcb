using DocGen.Generator.Naming;

namespace DocGen.Tests.Naming;

public class ImplicitNamesTests
{
    [Theory]
    [InlineData("File")]
    [InlineData("Directory")]
    [InlineData("TaskStatus")]
    [InlineData("DayOfWeek")]
    [InlineData("Endpoint")]
    public void Type_names_from_implicit_usings_are_recognized(string name)
    {
        Assert.True(ImplicitNames.Contains(name));
        Assert.False(ImplicitNames.Contains(name + "Resource"));
    }
}
