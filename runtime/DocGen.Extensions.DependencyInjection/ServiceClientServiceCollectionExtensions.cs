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
    /// The options are validated when the host starts or, without a host, when the client is resolved. An
    /// <see cref="OptionsValidationException"/> names the invalid option. The client's actions are logged in a category
    /// with the full name of its class. The logs do not contain values from URLs. The default logs of
    /// <see cref="IHttpClientFactory"/> contain them, so they are removed.
    /// </remarks>
    /// <typeparam name="TClient">The client class, with a public constructor that takes its options.</typeparam>
    /// <typeparam name="TOptions">The options class of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The configuration section of the client: <c>ServiceRoot</c>, <c>AllowedHosts</c> (a list), <c>UserAgent</c>,
    /// <c>ClientRequestIdHeader</c>, <c>MaxEmptyPages</c>, <c>MaxResponseBodySize</c>, <c>ThrowOnMisfits</c>, and under
    /// <c>Retry</c>: <c>MaxRetries</c>, <c>BaseDelay</c>, <c>MaxDelay</c>, <c>MaxTotalDelay</c>, <c>NetworkTimeout</c>
    /// (as <c>hh:mm:ss</c>).
    /// </param>
    /// <param name="configure">Sets further options.</param>
    /// <returns>
    /// The builder of the client's HTTP client, for adding handlers. The factory's loggers are removed: they would log
    /// the URLs of upload sessions, and everyone who knows such a URL can write to the session.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The client or its options are already registered with the same name.
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
    /// The client is a keyed singleton: inject it with <c>[FromKeyedServices("name")]</c>. It uses the options with
    /// that name (<see cref="IOptionsMonitor{TOptions}.Get"/>), and the <see cref="ApiCredential"/> whose key is that
    /// name. If no credential has that key, it uses the credential without a key.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">The name, which is also the service key.</param>
    /// <param name="configuration">The configuration section of the client, as for a client without a name.</param>
    /// <param name="configure">Sets further options.</param>
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
    /// <inheritdoc
    /// cref="AddServiceClient{TClient, TOptions}(IServiceCollection, string, IConfiguration, Action{TOptions})"/>
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
            // A timeout for the whole exchange would break long transfers; the runtime has an idle timeout instead.
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                static HttpMessageHandler () =>
                    OperatingSystem.IsBrowser() ? new HttpClientHandler() : ServiceClient.CreateHandler())
            // The default loggers log complete URLs, but the URLs of upload sessions, monitors and signed downloads are
            // secrets.
            .RemoveAllLoggers()
            // The client is a singleton, and its handler limits the lifetime of connections itself.
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
