using System.Diagnostics.CodeAnalysis;
using DocGen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients on <see cref="IHttpClientFactory"/>.</summary>
public static class ServiceClientServiceCollectionExtensions
{
    /// <summary>Registers a client as a singleton, with options from configuration.</summary>
    /// <typeparam name="TClient">The client, with a public constructor that takes its options.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The client's section: <c>ServiceRoot</c>, <c>AllowedHosts</c> (a list), <c>MaxResponseBodySize</c>, and under
    /// <c>Retry</c>: <c>MaxRetries</c>, <c>BaseDelay</c>, <c>MaxDelay</c>, <c>MaxTotalDelay</c>, <c>NetworkTimeout</c>
    /// (as <c>hh:mm:ss</c>).
    /// </param>
    /// <param name="configure">Completes the options.</param>
    /// <returns>
    /// The builder of the client's HTTP client, for handlers of the caller's own. It has none of the factory's loggers:
    /// they would write down the addresses of upload sessions, with which anyone can write to them.
    /// </returns>
    public static IHttpClientBuilder AddServiceClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, IConfiguration configuration, Action<TOptions>? configure = null)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new()
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddServiceClient<TClient, TOptions>((_, options) =>
        {
            ServiceClientConfiguration.Bind(configuration, options);
            configure?.Invoke(options);
        });
    }

    /// <summary>Registers a client as a singleton, with options set in code.</summary>
    /// <inheritdoc cref="AddServiceClient{TClient, TOptions}(IServiceCollection, IConfiguration, Action{TOptions})"/>
    public static IHttpClientBuilder AddServiceClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, Action<IServiceProvider, TOptions>? configure = null)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        string name = typeof(TClient).FullName ?? typeof(TClient).Name;
        services.AddOptions<TOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            options.HttpClient = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
            options.Credential = provider.GetService<ApiCredential>();
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            configure?.Invoke(provider, options);
        });
        services.AddSingleton(static provider =>
            ActivatorUtilities.CreateInstance<TClient>(provider, provider.GetRequiredService<IOptions<TOptions>>().Value));
        return services.AddHttpClient(name)
            // A time for the whole exchange would break long transfers; the runtime's own limit is one for silence.
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => ServiceClient.CreateHandler())
            // They write whole addresses, and the address of an upload session, a monitor or a signed download is a
            // secret.
            .RemoveAllLoggers()
            // The client is kept, and its handler looks after the age of connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }
}
