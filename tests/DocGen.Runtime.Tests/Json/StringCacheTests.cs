using System.Text;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

public class StringCacheTests
{
    [Fact]
    public void Equal_strings_in_a_list_share_one_object()
    {
        IList<BaseItem> items = Read("""[{"name":"a"},{"name":"Ada N"},{"name":"Ada N"},{"name":"Ada N"}]""");

        Assert.Equal(["a", "Ada N", "Ada N", "Ada N"], items.Select(item => item.Name!));
        Assert.Same(items[1].Name, items[3].Name);
    }

    [Theory]
    [InlineData("Édith")] // Not ASCII
    [InlineData("a\\u0062")] // Escaped
    public void A_string_that_the_cache_skips_is_still_read(string text)
    {
        string expected = text.Replace("\\u0062", "b", StringComparison.Ordinal);
        IList<BaseItem> items = Read("[" + string.Join(',', Enumerable.Repeat($$"""{"name":"{{text}}"}""", 4)) + "]");

        Assert.All(items, item => Assert.Equal(expected, item.Name));
    }

    [Fact]
    public void Strings_with_equal_ends_and_lengths_are_distinguished()
    {
        string[] names = [.. Enumerable.Range(0, 2_000).Select(n => $"beginning {n:D6} and its end")];
        IList<BaseItem> items = Read("[" + string.Join(',', names.Select(name => $$"""{"name":"{{name}}"}""")) + "]");

        Assert.Equal(names, items.Select(item => item.Name!));
    }

    [Fact]
    public void Strings_of_every_length_are_read_unchanged()
    {
        string[] names = [.. Enumerable.Range(0, 300).Select(n => new string('x', n))];
        string[] twice = [.. names, .. names];
        IList<BaseItem> items = Read("[" + string.Join(',', twice.Select(name => $$"""{"name":"{{name}}"}""")) + "]");

        Assert.Equal(twice, items.Select(item => item.Name!));
    }

    [Fact]
    public void Two_reads_share_no_strings()
    {
        BaseItem first = Read("""[{"name":"a"},{"name":"secret"},{"name":"secret"}]""")[1];
        BaseItem second = Read("""[{"name":"a"},{"name":"secret"},{"name":"secret"}]""")[1];

        Assert.NotSame(first.Name, second.Name);
    }

    [Fact]
    public void Repeated_strings_allocate_less_memory_than_distinct_strings()
    {
        string Text(Func<int, string> name) =>
            "[" + string.Join(',', Enumerable.Range(0, 500)
                .Select(n => $$"""{"id":"{{name(n)}}","name":"{{name(n)}}"}""")) + "]";
        byte[] again = Encoding.UTF8.GetBytes(Text(n => $"name {n % 5:D40}"));
        byte[] other = Encoding.UTF8.GetBytes(Text(n => $"name {n:D40}"));

        Assert.True(Allocated(again) * 2 < Allocated(other));

        static long Allocated(byte[] json)
        {
            ResourceJson.ReadList<BaseItem>(json);
            long before = GC.GetAllocatedBytesForCurrentThread();
            ResourceJson.ReadList<BaseItem>(json);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static IList<BaseItem> Read(string json) => ResourceJson.ReadList<BaseItem>(Encoding.UTF8.GetBytes(json))!;
}
