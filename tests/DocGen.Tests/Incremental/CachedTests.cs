using DocGen.Generator.Model;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Tests that the cache reuses a result while the input and every value that the computation read are equal.
/// </summary>
public class CachedTests
{
    private readonly Dictionary<string, int> _prices = new() { ["apple"] = 2, ["pear"] = 3, ["plum"] = 5 };

    [Fact]
    public void A_result_is_reused_while_the_input_and_the_values_that_were_read_are_equal()
    {
        var totals = new Cached<EquatableArray<string>, string, int, string>();

        string first = Total(totals, "apple", "pear");
        string second = Total(totals, "apple", "pear");

        Assert.Same(first, second);
        Assert.Equal(1, totals.Computed);
    }

    [Fact]
    public void A_changed_value_that_the_computation_read_runs_it_again()
    {
        var totals = new Cached<EquatableArray<string>, string, int, string>();
        Total(totals, "apple", "pear");

        _prices["pear"] = 4;

        Assert.Equal("6", Total(totals, "apple", "pear"));
        Assert.Equal(2, totals.Computed);
    }

    [Fact]
    public void A_changed_value_that_the_computation_did_not_read_does_not_run_it_again()
    {
        var totals = new Cached<EquatableArray<string>, string, int, string>();
        Total(totals, "apple", "pear");

        _prices["plum"] = 6;

        Assert.Equal("5", Total(totals, "apple", "pear"));
        Assert.Equal(1, totals.Computed);
    }

    [Fact]
    public void A_changed_input_runs_the_computation_again_and_an_equal_result_is_the_same_object()
    {
        var totals = new Cached<EquatableArray<string>, string, int, string>();
        string first = Total(totals, "apple", "pear");

        string second = Total(totals, "plum");

        Assert.Equal(2, totals.Computed);
        Assert.Same(first, second);
    }

    [Fact]
    public void The_cache_drops_the_results_of_removed_names()
    {
        var totals = new Cached<EquatableArray<string>, string, int, string>();
        var names = new NameSet.Cache();
        Total(totals, "apple");

        totals.KeepOnly(names.Of("all", ["basket"]));
        Assert.Equal("2", totals.Last("basket"));

        totals.KeepOnly(names.Of("all", ["bag"]));
        Assert.Null(totals.Last("basket"));
    }

    [Fact]
    public void Equal_names_give_the_same_set_object()
    {
        var names = new NameSet.Cache();

        Assert.Same(names.Of("all", ["a", "b"]), names.Of("all", ["a", "b"]));
        Assert.NotSame(names.Of("all", ["a", "b"]), names.Of("all", ["a", "c"]));
    }

    private string Total(Cached<EquatableArray<string>, string, int, string> totals, params string[] basket) =>
        totals.Get(
        "basket", basket.ToEquatableArray(), name => _prices[name],
        (fruits, price) => fruits.Sum(price).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
