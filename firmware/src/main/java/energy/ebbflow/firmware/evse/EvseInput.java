package energy.ebbflow.firmware.evse;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.circuit.Grant;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import java.util.Optional;

/** What happens to one outlet. */
public sealed interface EvseInput {
  /** A device spoke. */
  record Measured(Reading reading) implements EvseInput {}

  /** A vehicle looked for the station, or its connection is being secured. */
  record Approached() implements EvseInput {}

  /**
   * A vehicle has connected.
   *
   * @param link number of the connection
   * @param freshId eight unpredictable bytes for a new session
   */
  record Connected(long link, SeccInput.LinkUp up, Octets freshId) implements EvseInput {}

  /**
   * A word, or the end, of the vehicle's connection.
   *
   * @param link number of the connection, so that a late word of an old one is known as such
   */
  record Vehicle(long link, SeccInput input) implements EvseInput {}

  /** The back office. */
  record Commanded(BackOfficeCommand command) implements EvseInput {}

  /**
   * The back office wants meter values of a transaction at another interval.
   *
   * @param nanos time between two of them, above 0
   */
  record SampleEvery(long nanos) implements EvseInput {}

  /**
   * The back office wants an authorisation to wait for a vehicle for another time
   * (EVConnectionTimeOut).
   *
   * @param nanos above 0
   */
  record PlugWithin(long nanos) implements EvseInput {}

  /**
   * The memory of vehicles spoke.
   *
   * @param visit the visit that was asked about; absent: somebody changed what is remembered of
   *     this vehicle, wherever it is
   */
  record Remembered(Optional<Long> visit, KnownVehicle vehicle) implements EvseInput {}

  /** What the outlet may use of the circuit that it shares. */
  record Granted(Grant grant) implements EvseInput {}

  /** The vehicle showed who it is outside its session, such as the MAC address of its modem. */
  record Shown(Identity identity) implements EvseInput {}

  /** Time has passed. */
  record Tick() implements EvseInput {}

  /** A bounded queue was full: what it should have carried is lost. */
  record QueueFull(String queue) implements EvseInput {}

  /** A durable record could not be written. */
  record StorageFailed(String detail) implements EvseInput {}

  /** Durable records can be written again. */
  record StorageBack() implements EvseInput {}

  /** The process is to end: stop in order. */
  record Shutdown(String reason) implements EvseInput {}
}
