using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Serving;

namespace Analytics.Dashboard.Cli;

/// <summary><c>serve</c></summary>
internal sealed class ServeCommand : VerbCommand
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "端口，默认 5080",
        HelpName = "PORT",
        DefaultValueFactory = _ => ServeOptions.DefaultPort,
    };

    public ServeCommand()
        : base("serve", "打开网页和接口（只在本机 127.0.0.1）；不写命令即为 serve", "analytics serve --port 5080")
    {
        _port.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var port) || port is < 0 or > 65535)
            )
            {
                result.AddError($"--port 应为 0 到 65535 的整数，不能是 “{token.Value}”。");
            }
        });
        Options.Add(_port);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var port = verb.Get(_port);
        AnalyticsServer server;
        try
        {
            server = await AnalyticsServer.StartAsync(
                new ServeOptions(verb.Workspace, port) { Telemetry = Collector() },
                cancel
            );
        }
        catch (IOException exception)
            when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RefusedException(
                $"端口 {port} 已被占用。请用 --port 换一个，例如 --port {port + 1}。",
                exception
            );
        }

        await using (server)
        {
            await verb.Output.WriteLineAsync($"网页（一次性链接）：{server.OneTimeLink}");
            await verb.Output.WriteLineAsync($"接口密钥：{server.Key}");
            await verb.Output.WriteLineAsync($"密钥文件：{verb.Workspace.ServerFiles.KeyFile}");
            await verb.Output.WriteLineAsync($"数据仓库：{verb.Workspace.WarehouseDirectory}");
            await verb.Output.WriteLineAsync("按 Ctrl+C 停止。");
            await verb.Output.FlushAsync(cancel);
            server.KeepWarm(cancel);
            await server.WaitAsync(cancel);
        }

        return CommandLine.Done;
    }

    private static Uri? Collector()
    {
        var named = Environment.GetEnvironmentVariable(ServeOptions.TelemetryVariable);
        return string.IsNullOrWhiteSpace(named) ? null
            : Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new RefusedException(
                $"环境变量 {ServeOptions.TelemetryVariable} 的值“{named}”不是网址，例如应为 http://127.0.0.1:4318；不需要时请删除这个变量。"
            );
    }
}
