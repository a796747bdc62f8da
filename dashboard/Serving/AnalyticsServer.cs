using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Analytics.Charts;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Pages;
using Analytics.Domain;
using Analytics.Query;
using Analytics.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Serving;

/// <summary>A running server: page and API on 127.0.0.1 over one warehouse, which it holds until it stops.</summary>
public sealed partial class AnalyticsServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AnalyticsWarehouse _warehouse;
    private readonly SnapshotHolder _snapshots;
    private readonly Sessions _sessions;
    private readonly ServerFiles _files;

    private AnalyticsServer(
        WebApplication app,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        Sessions sessions,
        ServerFiles files
    )
    {
        _app = app;
        _warehouse = warehouse;
        _snapshots = snapshots;
        _sessions = sessions;
        _files = files;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The link that opens a session in a browser, once.</summary>
    public Uri OneTimeLink => new(Address, "/session?token=" + _sessions.Token);

    /// <summary>The API key.</summary>
    public string Key => _files.Key();

    /// <summary>Opens the warehouse and starts listening.</summary>
    /// <param name="options">Warehouse, data, port, font.</param>
    /// <param name="cancel">Gives up starting.</param>
    /// <exception cref="WarehouseBusyException">Another process holds the warehouse; the message says which.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AnalyticsServer> StartAsync(ServeOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var warehouse = options.Workspace.OpenLive();
        SnapshotHolder? snapshots = null;
        try
        {
            var files = options.Workspace.ServerFiles;
            snapshots = new SnapshotHolder(warehouse.Snapshots);
            var sessions = new Sessions(files.Key());
            var app = Build(options, warehouse, snapshots, sessions);
            await app.StartAsync(cancel);
            var server = new AnalyticsServer(app, warehouse, snapshots, sessions, files)
            {
                Address = new Uri(
                    app.Services.GetRequiredService<IServer>()
                        .Features.Get<IServerAddressesFeature>()!
                        .Addresses.First()
                ),
            };
            files.Announce(server.Address);
            return server;
        }
        catch
        {
            snapshots?.Dispose();
            warehouse.Dispose();
            throw;
        }
    }

    /// <summary>Asks for the pages that are opened first, now and after every change, so that they are kept before anybody waits for them.</summary>
    /// <param name="cancel">Gives up.</param>
    public void KeepWarm(CancellationToken cancel)
    {
        var queries = _app.Services.GetRequiredService<QueryPool>();
        _snapshots.Switched += (_, _) => _ = WarmAsync(queries, cancel);
        _ = WarmAsync(queries, cancel);
    }

    // A fault is told to whoever opens the page.
    private async Task WarmAsync(QueryPool queries, CancellationToken cancel)
    {
        await queries.PrepareAsync();
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        foreach (var page in (string[])["/", "/rankings"])
        {
            try
            {
                using var answer = await client.GetAsync(page, cancel);
                var text = await answer.Content.ReadAsStringAsync(cancel);
                foreach (var picture in PictureAddress().Matches(text).Select(match => match.Groups["at"].Value))
                {
                    using var drawn = await client.GetAsync(WebUtility.HtmlDecode(picture), cancel);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    [GeneratedRegex("<img src=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PictureAddress();

    /// <summary>Waits until the server is told to stop.</summary>
    public Task WaitAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _files.Withdraw();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _snapshots.Dispose();
        _warehouse.Dispose();
    }

    private static WebApplication Build(
        ServeOptions options,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        Sessions sessions
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
                ApplicationName = typeof(AnalyticsServer).Assembly.GetName().Name,
            }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(ServeOptions.Address, options.Port);
            kestrel.AddServerHeader = false;
            // A form has a little besides its files.
            kestrel.Limits.MaxRequestBodySize = ImportsApi.MaxUpload + (1024 * 1024);
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = ImportsApi.MaxUpload);
        ConfigureLogging(builder.Logging);
        builder.Services.AddTelemetry(options.Telemetry);
        builder.Services.AddHealthChecks().AddCheck<Readiness>("data");
        builder.Services.AddSingleton(warehouse);
        builder.Services.AddSingleton(snapshots);
        builder.Services.AddSingleton(sessions);
        builder.Services.AddSingleton(options.Font ?? CjkFont.Find());
        builder.Services.AddSingleton<ChartService>();
        builder.Services.AddSingleton<ImportDesk>();
        builder.Services.AddSingleton<ISourceReader>(SourceWorkerCommand.MakeReader());
        builder.Services.AddSingleton(services => new NoticeShelf(
            warehouse.Sources,
            services.GetRequiredService<ISourceReader>()
        ));
        builder.Services.AddSingleton(services => new PaperDesk(
            options.Workspace.DataDirectory,
            services.GetRequiredService<FontSearch>()
        ));
        AddQueries(builder.Services, options, warehouse);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped(services => services.GetRequiredService<SnapshotHolder>().Rent());
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAccess();
        builder.Services.AddCascadingValue(services =>
            Speech.Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request)
        );
        // Nothing is signed across restarts: sessions end with the process.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // Chinese as it is, not as &#x5E74;
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        // Only an exception says which parameter could not be understood.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi("v1", ApiDocument.Configure);

        var app = builder.Build();
        Lead(app);
        return app;
    }

    private static void AddQueries(IServiceCollection services, ServeOptions options, AnalyticsWarehouse warehouse)
    {
        services.AddSingleton(_ => QueryArchive.Open(options.Workspace.WarehouseDirectory));
        services.AddSingleton(services => new QueryPool(
            options.Queries ?? QueryWorkerCommand.Options(),
            () => warehouse.Snapshots.CurrentPath ?? throw new InvalidOperationException("没有数据的快照。")
        ));
        services.AddSingleton<QueryDesk>();
        services.AddSingleton(services => new QueryShelf(
            services.GetRequiredService<QueryArchive>(),
            options.Workspace.DataDirectory
        ));
    }

    // What a request passes, from the gate to the routes.
    private static void Lead(WebApplication app)
    {
        app.UseMiddleware<Gate>();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandler = AnswerFaultAsync, AllowStatusCode404Response = true }
        );
        app.UseStatusCodePages(context => AnswerStatusAsync(context.HttpContext));
        app.UseAuthorization();
        app.UseMiddleware<KeptAnswers>();
        app.MapOpenApi().RequireAuthorization(Access.Leader);
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapPages();
        app.MapImportPages();
        app.MapReviewPages();
        app.MapDiscrepancyPages();
        app.MapPaperPages();
        MapApi(
            app.MapGroup("/api/v1")
                .WithMetadata(new Kept())
                .RequireAuthorization(Access.Leader)
                .AddEndpointFilter<QueryFilter>()
                .AddEndpointFilter<VersionFilter>()
        );
        Access.DemandPolicies(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        api.MapQuarters();
        api.MapUnits();
        api.MapRankings();
        api.MapAssessments();
        api.MapPapers();
        api.MapScores();
        api.MapAdoption();
        api.MapTrends();
        api.MapCoverage();
        api.MapFindings();
        api.MapNotices();
        api.MapNotice();
        api.MapDiscrepancies();
        api.MapBatches();
        api.MapBatch();
        api.MapAliases();
        api.MapRulebooks();
        api.MapDetails();
        api.MapMetrics();
        api.MapCharts();
        api.MapImports();
        api.MapSimulations();
        api.MapPublishing();
        api.MapModels();
        api.MapClassifier();
        api.MapReviews();
        api.MapQueries();
        api.MapQueryCharts();
        api.MapSavedQueries();
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        // A person reads the console; whatever the output is sent to instead reads JSON, a line for each event.
        _ = Console.IsErrorRedirected
            ? logging.AddJsonConsole(json =>
                (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ssZ")
            )
            : logging.AddSimpleConsole();
        logging.AddFilter("Analytics", LogLevel.Information);
        // Faults of the input are no faults of ours, and their texts belong in no log; ours are logged with their id below.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }

    private static Task AnswerStatusAsync(HttpContext context) =>
        Gate.RefuseAsync(
            context,
            context.Response.StatusCode switch
            {
                404 => Problems.NoSuchRoute(context.Request.Path),
                405 => Problems.WrongMethod(context.Request.Method, context.Request.Path),
                413 => Problems.TooLarge("上传的内容超过上限。请拆分后再上传。"),
                415 => Problems.WrongMediaType(context.Request.ContentType),
                _ => Problems.BadRequest("请求的参数或内容无法理解，请对照 /openapi/v1.json 检查。"),
            }
        );

    private static Task AnswerFaultAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return Gate.RefuseAsync(
            context,
            exception switch
            {
                NoticeFormatException refused => Problems.Refused(refused.Message),
                WarehouseBusyException busy => Problems.Busy(busy.Message),
                BadHttpRequestException { StatusCode: 413 } => Problems.TooLarge(
                    "上传的内容超过上限。请拆分后再上传。"
                ),
                BadHttpRequestException { StatusCode: 415 } => Problems.WrongMediaType(context.Request.ContentType),
                BadHttpRequestException bad => Malformed(bad),
                _ => Problems.Fault(LogFault(context, exception)),
            }
        );
    }

    // The framework names the parameter only in the words of its message.
    private static ProblemHttpResult Malformed(BadHttpRequestException exception) =>
        BindingMessage().Match(exception.Message) is { Success: true } match
            ? Problems.MalformedParameter(
                JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value),
                match.Groups["value"].Value
            )
            : Problems.BadRequest("请求的参数或内容无法理解，请对照 /openapi/v1.json 检查。");

    [GeneratedRegex(
        "^Failed to bind parameter \"[^\"]* (?<name>\\w+)\" from \"(?<value>.*)\"\\.$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BindingMessage();

    private static string LogFault(HttpContext context, Exception? exception)
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];
        var logger = context.RequestServices.GetRequiredService<ILogger<AnalyticsServer>>();
        LogFault(logger, exception, id, context.Request.Method, context.Request.Path.Value);
        return id;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Fault {Id} answering {Method} {Path}")]
    private static partial void LogFault(ILogger logger, Exception? exception, string id, string method, string? path);
}
