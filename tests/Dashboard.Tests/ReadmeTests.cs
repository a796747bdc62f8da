using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Cli;

namespace Analytics.Tests;

public sealed partial class ReadmeTests(ServerFixture server)
{
    private const string Program = "dotnet run --project dashboard";

    private static readonly string s_root = FindRoot();
    private static readonly string s_readme = File.ReadAllText(Path.Combine(s_root, "README.md"));

    [Fact]
    public async Task Every_command_of_the_README_does_what_it_says()
    {
        var root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        CopyFolder(ServerFixture.Data, Path.Combine(root, "data"));
        var commands = CodeLines()
            .Matches(s_readme)
            .Select(match => match.Groups["line"].Value.Trim())
            .Where(line => line.StartsWith(Program + " -- ", StringComparison.Ordinal))
            .Select(line => line[(Program.Length + 4)..])
            .ToList();
        Assert.True(commands.Count >= 10);

        foreach (var command in commands)
        {
            var (code, output, messages) = await RunAsync(root, command);

            var noFont =
                command.StartsWith("chart", StringComparison.Ordinal)
                && messages.Contains("字体", StringComparison.Ordinal);
            Assert.True(code == 0 || noFont, $"{command} ended with {code}: {messages}");
            Assert.True(output.Length + messages.Length > 0, command);
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Every_address_of_the_README_answers()
    {
        var addresses = Addresses().Matches(s_readme).Select(match => match.Groups["path"].Value).ToList();
        Assert.NotEmpty(addresses);

        foreach (var address in addresses)
        {
            using var response = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, address);
        }
    }

    [Fact]
    public void The_README_names_every_verb() =>
        Assert.All(
            CommandLine.MakeRoot().Subcommands.Where(verb => verb.Name != "serve"),
            verb => Assert.Contains($"{Program} -- {verb.Name}", s_readme, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_file_the_README_links_to_is_there() =>
        Assert.All(
            FileLinks().Matches(s_readme).Select(match => match.Groups["path"].Value),
            path => Assert.True(Path.Exists(Path.Combine(s_root, path)), path)
        );

    private static async Task<(int Code, string Output, string Messages)> RunAsync(string root, string command)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "analytics.dll"));
        // As a shell takes it apart: what stands in quotes is one.
        foreach (var argument in Arguments().Matches(command).Select(match => match.Value))
        {
            start.ArgumentList.Add(argument.Trim('"').Replace("\\$", "$", StringComparison.Ordinal));
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var messages = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await messages);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // Not the path of this file: builds with ContinuousIntegrationBuild record none.
    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no Analytics.sln above the tests");
        }

        return folder.FullName;
    }

    [GeneratedRegex("\"[^\"]*\"|[^ ]+", RegexOptions.None, 1000)]
    private static partial Regex Arguments();

    [GeneratedRegex("^(?<line>dotnet .*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex CodeLines();

    [GeneratedRegex("http://127\\.0\\.0\\.1:5080(?<path>/[^\\s\"`)]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex("\\]\\((?<path>[^)#:]+)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileLinks();
}
