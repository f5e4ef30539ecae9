package energy.ebbflow.ocpp.dialect.v2.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.stream.Stream;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.v2.monitoring.SetVariableMonitoring;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.stream.ClosePeriodicEventStream;
import energy.ebbflow.ocpp.v2.stream.ConstantStreamData;
import energy.ebbflow.ocpp.v2.stream.NotifyPeriodicEventStream;
import energy.ebbflow.ocpp.v2.stream.OpenPeriodicEventStream;
import java.util.Optional;

/** What the station tells of periodic event streams (N11, N13, N15). */
public final class StreamNotices {
  private final WireVersion version;
  private final RecordWriter writer;
  private final RecordReader answers;

  public StreamNotices(WireVersion version) {
    this.version = version;
    this.writer = new RecordWriter(version);
    this.answers = RecordReader.forgiving(version);
  }

  static ConstantStreamData constant(Stream stream) {
    return new ConstantStreamData(
        stream.id(),
        new SetVariableMonitoring.StreamParameters(stream.interval(), stream.values()),
        stream.monitor());
  }

  /** The message; absent before 2.1. */
  public Optional<Outgoing> call(Notice.OfStream notice) {
    if (version != WireVersion.V21) {
      return Optional.empty();
    }
    return Optional.of(
        switch (notice) {
          case Notice.OpenStream open ->
              new Outgoing(
                  OpenPeriodicEventStream.ACTION.name(),
                  writer.write(new OpenPeriodicEventStream.Request(constant(open.stream()))));
          case Notice.CloseStream close ->
              new Outgoing(
                  ClosePeriodicEventStream.ACTION.name(),
                  writer.write(new ClosePeriodicEventStream.Request(close.id())));
          case Notice.StreamData data ->
              new Outgoing(
                  NotifyPeriodicEventStream.ACTION,
                  writer.write(
                      new NotifyPeriodicEventStream.Request(
                          data.data().stream()
                              .map(
                                  e ->
                                      new NotifyPeriodicEventStream.Element(
                                          e.offsetSeconds(), e.value()))
                              .toList(),
                          data.id(),
                          data.pending(),
                          data.base())));
        });
  }

  /** What the back office said. */
  public NoticeAnswer answer(Notice.OfStream notice, ObjectNode payload) throws JsonFault {
    return notice instanceof Notice.OpenStream
        ? new NoticeAnswer.Taken(
            answers.read(payload, OpenPeriodicEventStream.Response.class).status()
                == GenericStatus.ACCEPTED)
        : new NoticeAnswer.Noted();
  }
}
