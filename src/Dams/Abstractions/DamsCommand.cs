using System;
using System.Management.Automation;
using System.Threading;
using Dams.Batches;

namespace Dams.Commands;

/// <summary>What all cmdlets share: stopping at once, and errors that name nobody.</summary>
public abstract class DamsCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelineListener? _listener;

    /// <summary>Hears what the engine has to tell and passes it to the streams of the pipeline.</summary>
    protected IRunListener Listener => _listener ??= new PipelineListener(this);

    /// <summary>Signals that the user stopped the pipeline.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected sealed override void BeginProcessing() => Guard(Begin);

    protected sealed override void ProcessRecord() => Guard(Process);

    protected sealed override void EndProcessing() => Guard(End);

    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs before the first object comes.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Runs for each object that comes.</summary>
    protected virtual void Process()
    {
    }

    /// <summary>Runs after the last object came.</summary>
    protected virtual void End()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (DamsException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
