package energy.ebbflow.simulator.facts;

import java.util.Arrays;
import java.util.Optional;

/** What can be known of a run. The name is what scenarios and reports call it. */
public enum Fact {
  PROTOCOL("protocol", "the protocol that the vehicle and the station agreed on"),
  SERVICE("service", "the energy service that was selected"),
  CONTROL("control", "who decides the power inside the session"),
  TRANSPORT("transport", "how the vehicle's link was secured: TLSv1.3, TLSv1.2 or TCP"),
  PILOT("pilotState", "the state of the pilot line at the end"),
  PILOT_STATES("pilotStates", "the states of the pilot line in their order"),
  CONTACTORS("contactors", "open or closed, at the end"),
  LOCK("lock", "locked or released, at the end"),
  DIALECT("dialect", "the version of OCPP that was negotiated"),
  STOPPED_REASON("stoppedReason", "why the last transaction ended, in OCPP's words"),
  IMPORTED_WH("energyImportedWh", "energy into the vehicle, by the station's meter, in Wh"),
  EXPORTED_WH("energyExportedWh", "energy out of the vehicle, by the station's meter, in Wh"),
  SOC_START("socStart", "the battery's state of charge at the start, in percent"),
  SOC_END("socEnd", "the battery's state of charge at the end, in percent"),
  WATTS_MAX("wattsMax", "highest power into the vehicle, in W"),
  WATTS_MIN("wattsMin", "lowest signed power; below 0 while discharging, in W"),
  VARS_MAX("varsMax", "most reactive power that an AC vehicle says it absorbed, in var"),
  VARS_MIN("varsMin", "least of it; below 0 where the vehicle gave reactive power, in var"),
  VOLTS_MAX("voltsMax", "highest voltage at the outlet, in V"),
  AMPS_MAX("ampsMax", "highest current at the outlet, in A"),
  MESSAGES("messages", "messages between vehicle and station"),
  RESPONSE_P50("responseMillisP50", "median of the station's response time, in ms"),
  RESPONSE_P99("responseMillisP99", "99th percentile of the station's response time, in ms"),
  RESPONSE_MAX("responseMillisMax", "longest response time of the station, in ms"),
  CONTACTOR_CYCLES("contactorCycles", "how often the contactors closed"),
  PLUG_TO_POWER_MILLIS("plugToPowerMillis", "from plug-in to the first power, in ms"),
  STOP_TO_OPEN_MILLIS("stopToOpenMillis", "from the order to stop to open contactors, in ms"),
  SILENCE_TO_OPEN_MILLIS(
      "silenceToOpenMillis", "from the last message to open contactors, the longest, in ms"),
  SETPOINT_TO_POWER_MILLIS(
      "setpointToPowerMillis",
      "from the set-point's message to power in its direction, the longest, in ms"),
  TRANSACTIONS("transactions", "transactions at the back office"),
  TRANSACTIONS_ENDED("transactionsEnded", "transactions that the back office knows the end of"),
  REJECTED("ocppRejected", "messages that one side of the OCPP link refused"),
  SEQUENCE_GAPS("sequenceGaps", "transaction events that never reached the back office"),
  DUPLICATES("duplicates", "transaction events that reached it more than once"),
  BILLED_IMPORT_WH("billedImportWh", "energy into the vehicle, by the back office, in Wh"),
  BILLED_EXPORT_WH("billedExportWh", "energy out of the vehicle, by the back office, in Wh"),
  SIGNED_VALUES("signedValues", "meter values with a signature at the back office"),
  SCRIPT_STEPS("scriptSteps", "steps of the back office's script that were taken"),
  FAULTS("faults", "faults that the station raised"),
  DUTY_MAX("dutyPercentMax", "highest duty cycle of the pilot's PWM below 100, in percent"),
  DUTY_MIN("dutyPercentMin", "lowest duty cycle of the pilot's PWM, in percent");

  private final String word;
  private final String meaning;

  Fact(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The name in scenarios and reports. */
  public String word() {
    return word;
  }

  /** What it is, with its unit. */
  public String meaning() {
    return meaning;
  }

  /** The fact of a name. */
  public static Optional<Fact> of(String word) {
    return Arrays.stream(values()).filter(fact -> fact.word.equals(word)).findFirst();
  }
}
