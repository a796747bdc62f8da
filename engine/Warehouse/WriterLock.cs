using System.Diagnostics;

namespace Analytics.Warehouse;

/// <summary>The lock file by which one process at a time writes to a warehouse.</summary>
internal static class WriterLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes the lock.</summary>
    /// <param name="directory">The warehouse's folder.</param>
    /// <param name="patience">How long to wait for another process to give it back.</param>
    /// <returns>The open lock file; closing it gives the lock back, also when the process ends.</returns>
    /// <exception cref="WarehouseBusyException">It is still held when patience ends.</exception>
    public static FileStream Acquire(string directory, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(directory, "writer.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException) when (waited.Elapsed < patience)
            {
                Thread.Sleep(s_pause);
            }
            catch (IOException exception)
            {
                throw new WarehouseBusyException(
                    $"数据仓库 {directory} 正被另一个程序使用。请先关闭那个程序，再试一次。",
                    exception
                );
            }
        }
    }
}
