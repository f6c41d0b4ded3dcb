using System.Diagnostics.CodeAnalysis;
using DocGen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients on <see cref="IHttpClientFactory"/>.</summary>
public static class ServiceClientServiceCollectionExtensions
{
    /// <summary>Registers a client as a singleton, with options from configuration.</summary>
    /// <remarks>
    /// The options are checked when the host starts, else when the client is asked for: an
    /// <see cref="OptionsValidationException"/> names what will not do. What the client does is logged in the category
    /// of its class's full name, without values of addresses, which the default log of <see cref="IHttpClientFactory"/>
    /// would hold: that one is removed.
    /// </remarks>
    /// <typeparam name="TClient">The client, with a public constructor that takes its options.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The client's section: <c>ServiceRoot</c>, <c>AllowedHosts</c> (a list), <c>UserAgent</c>,
    /// <c>ClientRequestIdHeader</c>, <c>MaxEmptyPages</c>, <c>MaxResponseBodySize</c>, <c>ThrowOnMisfits</c>, and
    /// under <c>Retry</c>: <c>MaxRetries</c>, <c>BaseDelay</c>, <c>MaxDelay</c>, <c>MaxTotalDelay</c>,
    /// <c>NetworkTimeout</c> (as <c>hh:mm:ss</c>).
    /// </param>
    /// <param name="configure">Completes the options.</param>
    /// <returns>
    /// The builder of the client's HTTP client, for handlers of the caller's own. It has none of the factory's loggers:
    /// they would write down the addresses of upload sessions, with which anyone can write to them.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The client or its options are registered already under the same name.
    /// </exception>
    public static IHttpClientBuilder AddServiceClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, IConfiguration configuration, Action<TOptions>? configure = null)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new() =>
        Add<TClient, TOptions>(services, Options.Options.DefaultName, Bind(configuration, configure));

    /// <summary>Registers a client as a singleton, with options set in code.</summary>
    /// <inheritdoc cref="AddServiceClient{TClient, TOptions}(IServiceCollection, IConfiguration, Action{TOptions})"/>
    public static IHttpClientBuilder AddServiceClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, Action<IServiceProvider, TOptions>? configure = null)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new() =>
        Add<TClient, TOptions>(services, Options.Options.DefaultName, configure);

    /// <summary>Registers one of several clients of a class, with options from configuration.</summary>
    /// <remarks>
    /// The client is a keyed singleton: take it with <c>[FromKeyedServices("name")]</c>. Its options are those of the
    /// name (<see cref="IOptionsMonitor{TOptions}.Get"/>), its credential the <see cref="ApiCredential"/> with the name
    /// as its key, or where there is none, the one without a key.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The name, which is the key.</param>
    /// <param name="configuration">The client's section, as without a name.</param>
    /// <param name="configure">Completes the options.</param>
    /// <inheritdoc cref="AddServiceClient{TClient, TOptions}(IServiceCollection, IConfiguration, Action{TOptions})"/>
    public static IHttpClientBuilder AddServiceClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, string name, IConfiguration configuration, Action<TOptions>? configure = null)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new()
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Add<TClient, TOptions>(services, name, Bind(configuration, configure));
    }

    /// <summary>Registers one of several clients of a class, with options set in code.</summary>
    /// <inheritdoc cref="AddServiceClient{TClient, TOptions}(IServiceCollection, string, IConfiguration, Action{TOptions})"/>
    public static IHttpClientBuilder AddServiceClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, string name, Action<IServiceProvider, TOptions>? configure = null)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new()
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Add<TClient, TOptions>(services, name, configure);
    }

    private static Action<IServiceProvider, TOptions> Bind<TOptions>(
        IConfiguration configuration, Action<TOptions>? configure)
        where TOptions : ServiceClientOptions
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (_, options) =>
        {
            ServiceClientConfiguration.Bind(configuration, options);
            configure?.Invoke(options);
        };
    }

    private static IHttpClientBuilder Add<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services, string name, Action<IServiceProvider, TOptions>? configure)
        where TClient : ServiceClient
        where TOptions : ServiceClientOptions, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        bool isNamed = name != Options.Options.DefaultName;
        string fullName = (typeof(TClient).FullName ?? typeof(TClient).Name) + (isNamed ? "." + name : "");
        ServiceClientRegistration.Add(services, typeof(TClient), typeof(TOptions), name);

        services.AddSingleton<IValidateOptions<TOptions>>(new ServiceClientValidation<TOptions>(name));
        services.AddOptions<TOptions>(name).ValidateOnStart().Configure<IServiceProvider>((options, provider) =>
        {
            options.HttpClient = provider.GetRequiredService<IHttpClientFactory>().CreateClient(fullName);
            options.Credential = (isNamed ? provider.GetKeyedService<ApiCredential>(name) : null)
                ?? provider.GetService<ApiCredential>();
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            options.Observer = new ClientLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger(fullName));
            configure?.Invoke(provider, options);
        });
        if (isNamed)
            services.AddKeyedSingleton(name, (provider, _) => Create<TClient, TOptions>(provider, name));
        else
            services.AddSingleton(provider => Create<TClient, TOptions>(provider, name));

        return services.AddHttpClient(fullName)
            // A time for the whole exchange would break long transfers; the runtime's own limit is one for silence.
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                static HttpMessageHandler () =>
                    OperatingSystem.IsBrowser() ? new HttpClientHandler() : ServiceClient.CreateHandler())
            // They write whole addresses, and that of an upload session, a monitor or a signed download is a secret.
            .RemoveAllLoggers()
            // The client is kept, and its handler looks after the age of connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    private static TClient Create<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider, string name)
        where TOptions : ServiceClientOptions =>
        ActivatorUtilities.CreateInstance<TClient>(
            provider, provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name));
}
