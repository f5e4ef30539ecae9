package energy.ebbflow.ocpp.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import energy.ebbflow.ocpp.v2.type.RecurrencyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** K01's rules, one by one; {@code ok} is acceptance, anything else the reason code. */
class ProfileValidatorTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ActiveTransaction RUNNING = new ActiveTransaction(1, "t", NOON);

  private final List<Installed> others = new ArrayList<>();
  private boolean pendingStart;

  private String check(Consumer<Profiles> change) {
    Profiles p = new Profiles();
    change.accept(p);
    return check(p.installed());
  }

  private String check(Installed candidate) {
    return new ProfileValidator(new ProfileLimits(9, 24, 5, 2))
        .check(candidate, others, List.of(RUNNING), pendingStart)
        .map(Refusal::reasonCode)
        .orElse("ok");
  }

  @Test
  void plainProfilesAreAccepted() {
    assertEquals("ok", check(p -> {}));
    assertEquals("ok", check(p -> p.evse = 0));
    assertEquals("UnknownEvse", check(p -> p.evse = 3));
  }

  @Test
  void purposesHaveTheirPlaces() {
    assertEquals(
        "InvalidValue",
        check(p -> p.purpose = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE));
    assertEquals(
        "ok",
        check(
            p -> {
              p.purpose = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
              p.evse = 0;
            }));
    assertEquals(
        "InvalidProfile",
        check(p -> p.purpose = ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS));
    assertEquals("ok", check(p -> p.purpose = ChargingProfilePurpose.PRIORITY_CHARGING));
    assertEquals("ok", check(p -> p.purpose = ChargingProfilePurpose.LOCAL_GENERATION));
  }

  @ParameterizedTest
  @CsvSource({
    "1,t,ok",
    "1,other,TxNotFound",
    "2,t,TxNotFound",
    "1,,MissingParam",
    "0,t,InvalidValue"
  })
  void aTxProfileNeedsItsTransaction(int evse, String transaction, String expected) {
    assertEquals(
        expected,
        check(
            p -> {
              p.purpose = ChargingProfilePurpose.TX_PROFILE;
              p.evse = evse;
              p.transaction = Optional.ofNullable(transaction);
            }));
  }

  @Test
  void aProfileOfARemoteStartHasNoTransactionYet() {
    pendingStart = true;
    assertEquals("ok", check(p -> p.purpose = ChargingProfilePurpose.TX_PROFILE));
    assertEquals(
        "InvalidValue",
        check(
            p -> {
              p.purpose = ChargingProfilePurpose.TX_PROFILE;
              p.transaction = Optional.of("t");
            }));
  }

  @Test
  void kindsNeedTheirAnchors() {
    assertEquals("MissingParam", check(p -> p.start = Optional.empty()));
    assertEquals("MissingParam", check(p -> p.kind = ChargingProfileKind.RECURRING));
    assertEquals(
        "ok",
        check(
            p -> {
              p.kind = ChargingProfileKind.RECURRING;
              p.recurrency = Optional.of(RecurrencyKind.DAILY);
            }));
    assertEquals("InvalidSchedule", check(p -> p.kind = ChargingProfileKind.RELATIVE));
    assertEquals(
        "InvalidProfile",
        check(
            p -> {
              p.kind = ChargingProfileKind.RELATIVE;
              p.start = Optional.empty();
              p.evse = 0;
              p.purpose = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
            }));
  }

  @Test
  void aDynamicProfileHasOnePeriod() {
    assertEquals("ok", check(p -> p.kind = ChargingProfileKind.DYNAMIC));
    assertEquals(
        "InvalidSchedule",
        check(
            p -> {
              p.kind = ChargingProfileKind.DYNAMIC;
              p.periods = List.of(Profiles.limit(0, 1), Profiles.limit(5, 2));
            }));
  }

  @Test
  void periodsStartAtZeroAndGoOn() {
    assertEquals("InvalidSchedule", check(p -> p.periods = List.of(Profiles.limit(1, 1))));
    assertEquals(
        "InvalidSchedule",
        check(p -> p.periods = List.of(Profiles.limit(0, 1), Profiles.limit(0, 2))));
    assertEquals("InvalidSchedule", check(p -> p.duration = Optional.of(0)));
    assertEquals(
        "TooManyElements",
        check(
            p -> {
              p.periods = new ArrayList<>();
              for (int i = 0; i < 25; i++) {
                p.periods.add(Profiles.limit(i, 1));
              }
            }));
  }

  @Test
  void stackLevelsAndNumbersAreBounded() {
    assertEquals("ok", check(p -> p.level = 9));
    assertEquals("InvalidStackLevel", check(p -> p.level = 10));
    assertEquals("InvalidValue", check(p -> p.periods = List.of(Profiles.limit(0, -1))));
    for (int i = 0; i < 5; i++) {
      Profiles p = new Profiles();
      p.id = 10 + i;
      p.level = 1 + i;
      others.add(p.installed());
    }
    assertEquals("TooManyElements", check(p -> {}));
    assertEquals("ok", check(p -> p.id = 10), "a replacement needs no room");
  }

  @Test
  void twinsAreRefusedUnlessTheyNeverMeet() {
    Profiles first = new Profiles();
    first.id = 2;
    first.validTo = Optional.of(NOON);
    others.add(first.installed());
    assertEquals("DuplicateProfile", check(p -> {}));
    assertEquals("ok", check(p -> p.validFrom = Optional.of(NOON)));
    assertEquals("ok", check(p -> p.level = 1));
    assertEquals("ok", check(p -> p.evse = 2));
    assertEquals("DuplicateProfile", check(p -> p.evse = 0));
  }

  private String mode(ChargingProfilePurpose purpose, OperationMode mode) {
    return check(
        p -> {
          p.purpose = purpose;
          p.transaction =
              purpose == ChargingProfilePurpose.TX_PROFILE ? Optional.of("t") : Optional.empty();
          p.evse = purpose == ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE ? 0 : 1;
          p.periods =
              List.of(
                  Profiles.period(
                      0,
                      mode == OperationMode.IDLE ? Optional.empty() : Optional.of(1_000.0),
                      Optional.empty(),
                      mode == OperationMode.CENTRAL_SETPOINT ? Optional.of(1.0) : Optional.empty(),
                      Optional.of(mode),
                      Optional.empty()));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "TX_PROFILE,CENTRAL_SETPOINT,ok",
    "TX_PROFILE,EXTERNAL_LIMITS,ok",
    "TX_PROFILE,IDLE,ok",
    "TX_PROFILE,LOCAL_FREQUENCY,NoFreqWattCurve",
    "TX_PROFILE,LOCAL_LOAD_BALANCING,ok",
    "PRIORITY_CHARGING,CHARGING_ONLY,ok",
    "PRIORITY_CHARGING,CENTRAL_SETPOINT,InvalidSchedule",
    "LOCAL_GENERATION,EXTERNAL_LIMITS,ok",
    "LOCAL_GENERATION,IDLE,InvalidOperationMode",
    "CHARGING_STATION_MAX_PROFILE,CHARGING_ONLY,ok",
    "CHARGING_STATION_MAX_PROFILE,CENTRAL_SETPOINT,InvalidOperationMode"
  })
  void purposesAllowModes(ChargingProfilePurpose purpose, OperationMode mode, String expected) {
    assertEquals(expected, mode(purpose, mode));
  }

  private String period(
      Optional<Double> limit,
      Optional<Double> discharge,
      Optional<Double> setpoint,
      Optional<OperationMode> mode,
      Optional<Boolean> sleep) {
    return check(
        p -> p.periods = List.of(Profiles.period(0, limit, discharge, setpoint, mode, sleep)));
  }

  @Test
  void modesNeedTheirValues() {
    Optional<Double> none = Optional.empty();
    Optional<OperationMode> central = Optional.of(OperationMode.CENTRAL_SETPOINT);
    assertEquals("MissingParam", period(none, none, none, Optional.empty(), Optional.empty()));
    assertEquals("MissingParam", period(Optional.of(1.0), none, none, central, Optional.empty()));
    assertEquals(
        "ok", period(none, Optional.of(-5.0), Optional.of(-5.0), central, Optional.empty()));
    assertEquals(
        "InvalidValue",
        period(none, Optional.of(5.0), Optional.of(-5.0), central, Optional.empty()));
    assertEquals(
        "InvalidOperationMode",
        period(Optional.of(1.0), none, Optional.of(1.0), Optional.empty(), Optional.empty()));
    assertEquals(
        "InvalidValue", period(Optional.of(1.0), none, none, Optional.empty(), Optional.of(true)));
    assertEquals(
        "ok", period(none, none, none, Optional.of(OperationMode.IDLE), Optional.of(true)));
  }
}
