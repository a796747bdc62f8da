using System.Globalization;

namespace Analytics.Sources.Worker;

/// <summary>What is said of a file on which the worker was given up.</summary>
internal static class WorkerRefusals
{
    private const string Cure =
        "请用 Word、Excel 或 WPS 打开它，只保留正文或需要的工作表，另存为新的 .docx 或 .xlsx 后再读取。";

    /// <summary>The memory was not enough.</summary>
    public static string OutOfMemory(string fileName) =>
        $"文件“{fileName}”太复杂，读取它所需的内存超过了上限，已停止。{Cure}";

    /// <summary>The time was not enough.</summary>
    public static string TooSlow(string fileName, TimeSpan deadline) =>
        $"文件“{fileName}”太复杂，{deadline.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} 秒内没有读完（超时），已停止。{Cure}";

    /// <summary>The worker ended without a whole answer.</summary>
    public static string Crashed(string fileName) =>
        $"文件“{fileName}”使读取程序中途停止：它太复杂、已损坏，或读取时内存不足。{Cure}";
}
