using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DocGen;

/// <summary>Reads options from configuration by name, because trimming breaks binding by reflection.</summary>
internal static class ServiceClientConfiguration
{
    /// <exception cref="InvalidOperationException">
    /// A value is invalid; the message contains its configuration path.
    /// </exception>
    public static void Bind(IConfiguration configuration, ServiceClientOptions options)
    {
        Set(configuration, "ServiceRoot", static text => new Uri(text, UriKind.Absolute),
            value => options.ServiceRoot = value);
        Set(configuration, "UserAgent", static text => text, value => options.UserAgent = value);
        Set(configuration, "ClientRequestIdHeader", static text => text,
            value => options.ClientRequestIdHeader = value);
        Set(configuration, "MaxEmptyPages", Number, value => options.MaxEmptyPages = value);
        Set(configuration, "MaxResponseBodySize", Number, value => options.MaxResponseBodySize = value);
        Set(configuration, "ThrowOnMisfits", bool.Parse, value => options.ThrowOnMisfits = value);
        IConfigurationSection hosts = configuration.GetSection("AllowedHosts");
        if (!string.IsNullOrEmpty(hosts.Value))
        {
            throw new InvalidOperationException(
                $"The setting '{hosts.Path}' must be a list of hosts, not a single value.");
        }
        foreach (IConfigurationSection host in hosts.GetChildren())
        {
            if (!string.IsNullOrEmpty(host.Value))
                options.AllowedHosts.Add(host.Value);
        }

        IConfigurationSection retry = configuration.GetSection("Retry");
        Set(retry, "MaxRetries", Number, value => options.Retry.MaxRetries = value);
        Set(retry, "BaseDelay", Time, value => options.Retry.BaseDelay = value);
        Set(retry, "MaxDelay", Time, value => options.Retry.MaxDelay = value);
        Set(retry, "MaxTotalDelay", Time, value => options.Retry.MaxTotalDelay = value);
        Set(retry, "NetworkTimeout", Time, value => options.Retry.NetworkTimeout = value);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static void Set<T>(IConfiguration section, string name, Func<string, T> parse, Action<T> set)
    {
        if (section[name] is not { Length: > 0 } text)
            return;
        try
        {
            set(parse(text));
        }
        catch (Exception exception) when (
            exception is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidOperationException($"The setting '{section.GetSection(name).Path}' cannot be '{text}'.",
                exception);
        }
    }
}
