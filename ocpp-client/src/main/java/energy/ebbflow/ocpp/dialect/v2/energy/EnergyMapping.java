package energy.ebbflow.ocpp.dialect.v2.energy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer.Verdict;
import energy.ebbflow.ocpp.domain.StationEvent.VehicleSchedule;
import energy.ebbflow.ocpp.energy.EnergyAnswer;
import energy.ebbflow.ocpp.energy.EnergyNotice;
import energy.ebbflow.ocpp.energy.Periods;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.energy.ClearedChargingLimit;
import energy.ebbflow.ocpp.v2.energy.NotifyChargingLimit;
import energy.ebbflow.ocpp.v2.energy.NotifyEvChargingSchedule;
import energy.ebbflow.ocpp.v2.energy.NotifyPriorityCharging;
import energy.ebbflow.ocpp.v2.energy.PullDynamicScheduleUpdate;
import energy.ebbflow.ocpp.v2.smartcharging.ChargingProfileStatus;
import energy.ebbflow.ocpp.v2.smartcharging.NotifyEvChargingNeeds;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import java.util.List;
import java.util.Optional;

/** What the energy services tell, as messages of 2.x, and what the answers mean. */
public final class EnergyMapping {
  /** Our own: a vehicle's plan in one message. */
  private static final int PERIODS_MAX = 1024;

  private final WireVersion version;
  private final RecordWriter writer;
  private final RecordReader answers;

  public EnergyMapping(WireVersion version) {
    this.version = version;
    this.writer = new RecordWriter(version);
    this.answers = RecordReader.forgiving(version);
  }

  private <Q extends Record> Optional<Outgoing> call(Action<Q, ?> action, Q request) {
    return Optional.of(new Outgoing(action.name(), writer.write(request)));
  }

  /** The message; absent where this version has none. Needs are told by the dialect itself. */
  public Optional<Outgoing> call(EnergyNotice notice) {
    boolean later = version == WireVersion.V21;
    return switch (notice) {
      case EnergyNotice.Needs _ -> Optional.empty();
      case EnergyNotice.Pull pull ->
          later
              ? call(
                  PullDynamicScheduleUpdate.ACTION,
                  new PullDynamicScheduleUpdate.Request(pull.profile()))
              : Optional.empty();
      case EnergyNotice.Priority priority ->
          later
              ? call(
                  NotifyPriorityCharging.ACTION,
                  new NotifyPriorityCharging.Request(priority.transaction(), priority.activated()))
              : Optional.empty();
      case EnergyNotice.Limit limit ->
          call(
              NotifyChargingLimit.ACTION,
              new NotifyChargingLimit.Request(
                  limit.schedule().filter(this::speaks).map(List::of).orElseGet(List::of),
                  Optional.of(limit.evse()),
                  new NotifyChargingLimit.ChargingLimit(
                      limit.source(),
                      limit.localGeneration() ? Optional.of(true) : Optional.empty(),
                      limit.gridCritical() ? Optional.of(true) : Optional.empty())));
      case EnergyNotice.LimitCleared cleared ->
          call(
              ClearedChargingLimit.ACTION,
              new ClearedChargingLimit.Request(cleared.source(), Optional.of(cleared.evse())));
      case EnergyNotice.Plan plan -> plan(plan);
    };
  }

  /** A period of 2.0.1 is a limit: what has none cannot be told. */
  private boolean speaks(ChargingSchedule schedule) {
    return version == WireVersion.V21
        || schedule.chargingSchedulePeriod().stream().allMatch(p -> p.limit().isPresent());
  }

  private Optional<Outgoing> plan(EnergyNotice.Plan notice) {
    VehicleSchedule plan = notice.plan();
    // K19.FR.10: what the vehicle plans does not count where the station steers; K15.FR.19: where
    // it plans nothing it follows what it chose.
    Optional<ChargingSchedule> told =
        plan.dynamic() || plan.spans().isEmpty()
            ? notice.chosen()
            : Optional.of(schedule(plan, notice.chosen()));
    return told.filter(this::speaks)
        .flatMap(
            schedule ->
                call(
                    NotifyEvChargingSchedule.ACTION,
                    new NotifyEvChargingSchedule.Request(
                        plan.at(),
                        schedule,
                        plan.evse(),
                        notice.chosen().map(ChargingSchedule::id).filter(id -> id >= 0),
                        plan.toleranceAccepted())));
  }

  private ChargingSchedule schedule(VehicleSchedule plan, Optional<ChargingSchedule> chosen) {
    List<ChargingSchedulePeriod> periods =
        plan.spans().stream().limit(PERIODS_MAX).map(this::period).toList();
    return Periods.schedule(
        chosen.map(ChargingSchedule::id).orElse(0),
        Optional.of(plan.at()),
        Optional.empty(),
        periods);
  }

  /** In 2.0.1 a vehicle that gives takes nothing. */
  private ChargingSchedulePeriod period(VehicleSchedule.Span span) {
    boolean gives = span.watts() < 0;
    return Periods.period(
        span.startSeconds(),
        Optional.of(Math.max(0, span.watts())),
        gives && version == WireVersion.V21 ? Optional.of(-span.watts()) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What the back office said. */
  public EnergyAnswer answer(EnergyNotice notice, ObjectNode payload) throws JsonFault {
    return switch (notice) {
      case EnergyNotice.Needs _ ->
          new EnergyAnswer.OfNeeds(
              switch (answers.read(payload, NotifyEvChargingNeeds.Response.class).status()) {
                case ACCEPTED -> Verdict.ACCEPTED;
                case PROCESSING -> Verdict.PROCESSING;
                // Only 2.1 can say that no schedule comes without refusing anything.
                case REJECTED -> version == WireVersion.V21 ? Verdict.REJECTED : Verdict.NO_PROFILE;
                case NO_CHARGING_PROFILE -> Verdict.NO_PROFILE;
              });
      case EnergyNotice.Pull _ -> {
        PullDynamicScheduleUpdate.Response response =
            answers.read(payload, PullDynamicScheduleUpdate.Response.class);
        yield response.status() == ChargingProfileStatus.ACCEPTED
                && response.scheduleUpdate().isPresent()
            ? new EnergyAnswer.Pulled(response.scheduleUpdate().get())
            : new EnergyAnswer.NothingNew();
      }
      case EnergyNotice.Priority _,
          EnergyNotice.Limit _,
          EnergyNotice.LimitCleared _,
          EnergyNotice.Plan _ ->
          new EnergyAnswer.Noted();
    };
  }
}
