using DocGen.Generator.Naming;

namespace DocGen.Tests.Naming;

public class InflectionTests
{
    [Theory]
    [InlineData("driveItem", "driveItems")]
    [InlineData("child", "children")]
    [InlineData("person", "people")]
    [InlineData("activity", "activities")]
    [InlineData("day", "days")]
    [InlineData("address", "addresses")]
    [InlineData("box", "boxes")]
    [InlineData("branch", "branches")]
    [InlineData("class", "classes")]
    [InlineData("status", "statuses")]
    [InlineData("drive", "drives")]
    [InlineData("cache", "caches")]
    [InlineData("response", "responses")]
    [InlineData("OnlineMeeting", "OnlineMeetings")]
    [InlineData("chatChild", "chatChildren")]
    [InlineData("settings", "settings")]
    public void Singular_and_plural_convert_to_each_other(string singular, string plural)
    {
        Assert.Equal(plural, Inflection.Plural(singular));
        Assert.Equal(singular, Inflection.Singular(plural));
        Assert.Equal(singular, Inflection.Singular(singular));
        Assert.Equal(plural, Inflection.Plural(plural));
    }
}
