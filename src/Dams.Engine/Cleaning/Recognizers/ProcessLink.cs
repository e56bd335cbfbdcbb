using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Dams.Cleaning.Recognizers;

/// <summary>A program that reads requests from its standard input and writes answers to its standard output, a line each.</summary>
/// <remarks>After a failure the next request starts it anew: what it would still say belongs to another text.</remarks>
internal sealed class ProcessLink(string path, TimeSpan limit) : IRecognizerLink
{
    private readonly object _lock = new();
    private Process? _process;
    private StreamReader? _answers;
    private volatile bool _isDisposed;

    public T Ask<T>(string request, Func<string, T> read)
    {
        lock (_lock)
        {
            try
            {
                if (_isDisposed)
                    throw RecognizerErrors.RecognizerFailed("it ended");
                var process = _process ??= Start();
                var answers = _answers!;
                var answer = Task.Run(() => Exchange(process, answers, request));
                if (!answer.Wait(limit))
                    throw RecognizerErrors.RecognizerTimeout((int)limit.TotalSeconds);
                return read(answer.Result ?? throw RecognizerErrors.RecognizerFailed("it ended"));
            }
            catch (Exception e)
            {
                End();
                throw e switch
                {
                    DamsException => e,
                    AggregateException { InnerException: IOException or ObjectDisposedException } => RecognizerErrors.RecognizerFailed("it ended"),
                    Win32Exception => RecognizerErrors.RecognizerFailed("it cannot be started"),
                    _ => RecognizerErrors.RecognizerFailed(e.GetType().Name),
                };
            }
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        lock (_lock)
            End();
    }

    private Process Start()
    {
        var process = Process.Start(new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // What it complains about may hold the text: it is read, so that it does not wait, and shown nowhere.
        process.BeginErrorReadLine();
        _answers = new StreamReader(process.StandardOutput.BaseStream, Encoding.UTF8);
        return process;
    }

    private static string? Exchange(Process process, StreamReader answers, string request)
    {
        var line = Encoding.ASCII.GetBytes(request + "\n");
        process.StandardInput.BaseStream.Write(line, 0, line.Length);
        process.StandardInput.BaseStream.Flush();
        return answers.ReadLine();
    }

    private void End()
    {
        if (_process is null)
            return;
        try
        {
            if (!_process.HasExited)
#if NETSTANDARD2_0
                _process.Kill();
#else
                _process.Kill(entireProcessTree: true);
#endif
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
        try
        {
            // What it started reads the same input, and ends with it.
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
        _answers?.Dispose();
        _process.Dispose();
        (_process, _answers) = (null, null);
    }
}
