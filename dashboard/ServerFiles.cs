using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Analytics.Dashboard;

/// <summary>The files by which a running server is found: who it is, and the key that scripts send.</summary>
/// <param name="warehouseDirectory">The warehouse's folder.</param>
public sealed class ServerFiles(string warehouseDirectory)
{
    private readonly string _server = Path.Combine(warehouseDirectory, "server.json");
    private readonly string _key = Path.Combine(warehouseDirectory, "api.key");

    /// <summary>The file of the API key.</summary>
    public string KeyFile => _key;

    /// <summary>The API key, made once per warehouse: 256 random bits, readable by its owner only.</summary>
    public string Key()
    {
        if (!File.Exists(_key))
        {
            Write(_key, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(_key).Trim();
    }

    /// <summary>Says that this process serves the warehouse.</summary>
    /// <param name="address">Its address.</param>
    public void Announce(Uri address) =>
        Write(_server, JsonSerializer.Serialize(new RunningServer(Environment.ProcessId, address)));

    /// <summary>Takes that back.</summary>
    public void Withdraw() => File.Delete(_server);

    /// <summary>The server that said so and still runs; null when there is none.</summary>
    public RunningServer? Find()
    {
        try
        {
            var server = JsonSerializer.Deserialize<RunningServer>(File.ReadAllText(_server));
            if (server is null)
            {
                return null;
            }

            using var process = Process.GetProcessById(server.ProcessId);
            return process.HasExited ? null : server;
        }
        catch (Exception exception)
            when (exception is IOException or JsonException or ArgumentException or UnauthorizedAccessException)
        {
            // No file, half a file, or a process that is gone: nobody serves.
            return null;
        }
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}

/// <summary>A server on a warehouse.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Address">Where it listens.</param>
public sealed record RunningServer(int ProcessId, Uri Address);
