using Spectre.Console;

namespace Samples;

/// <summary>
/// Prints the steps of a sample and their results: with colors on a terminal, otherwise as plain lines. It is
/// independent of the API.
/// </summary>
internal sealed class Tour
{
    private readonly bool _isTerminal = AnsiConsole.Profile.Out.IsTerminal;
    private int _held;
    private string? _step;

    private Tour()
    {
    }

    /// <summary>Runs the steps up to the end or to the first failure.</summary>
    /// <returns>The exit code: 0 if every step passed, otherwise 1.</returns>
    public static async Task<int> RunAsync(string title, Func<Tour, Task> steps)
    {
        var tour = new Tour();
        tour.Write($"[bold]{Markup.Escape(title)}[/]", title);
        try
        {
            await steps(tour);
            if (tour._step is not null)
                throw new StepFailedException("the step was not completed");
        }
        catch (Exception failure)
        {
            string text = $"{failure.GetType().Name}: {failure.Message}";
            tour.Write($"  [red]✗ {Markup.Escape(text)}[/]", "  FAILED " + text);
            return 1;
        }

        tour.Write($"[green]All {tour._held} steps passed.[/]", $"All {tour._held} steps passed.");
        return 0;
    }

    /// <summary>Starts a step. The previous step must be completed.</summary>
    public void Step(string step)
    {
        if (_step is not null)
            throw new StepFailedException("the step was not completed");
        _step = step;
        Write($"[blue]▸[/] {Markup.Escape(step)}", step);
    }

    /// <summary>Completes the step with its result.</summary>
    public void Held(string result)
    {
        Write($"  [green]✓[/] {Markup.Escape(result)}", "  ok " + result);
        _held++;
        _step = null;
    }

    /// <summary>Fails the step unless the statement is true.</summary>
    public void Check(bool isTrue, string statement)
    {
        if (!isTrue)
            throw new StepFailedException("not true: " + statement);
        Detail(statement);
    }

    /// <summary>Prints a detail of the step.</summary>
    public void Detail(string text) => Write($"    [grey]{Markup.Escape(text)}[/]", "     " + text);

    /// <summary>Shows the progress of work that reports percentages.</summary>
    public Task<T> WithPercentAsync<T>(Func<IProgress<double>, Task<T>> work) =>
        WithBarAsync(report => work(new Immediate<double>(report)));

    /// <summary>Shows the progress of work that reports bytes.</summary>
    public Task<T> WithBytesAsync<T>(long total, Func<IProgress<long>, Task<T>> work) =>
        WithBarAsync(report => work(new Immediate<long>(bytes => report(100.0 * bytes / total))));

    /// <summary>Fails the step unless the call throws this exception.</summary>
    public static async Task<TException> ThrowsAsync<TException>(Task call)
        where TException : Exception
    {
        try
        {
            await call;
        }
        catch (TException expected)
        {
            return expected;
        }

        throw new StepFailedException($"no {typeof(TException).Name} was thrown");
    }

    private async Task<T> WithBarAsync<T>(Func<Action<double>, Task<T>> work)
    {
        if (!_isTerminal)
            return await work(percent => Detail($"{percent:0} %"));
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(bars =>
        {
            ProgressTask bar = bars.AddTask("    ▏");
            return work(percent => bar.Value = percent);
        });
    }

    private void Write(string markup, string plain)
    {
        if (_isTerminal)
            AnsiConsole.MarkupLine(markup);
        else
            Console.Out.WriteLine(plain);
    }

    private sealed class StepFailedException(string message) : Exception(message);

    // System.Progress<T> reports on the thread pool, possibly after the step has ended.
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
