package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute; an {@code Optional} makes it optional. Attributes come first in a record, sorted by
 * name as EXI sorts them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ExiAttribute {
  /** The local name. */
  String value();

  /** The namespace of the attribute; empty for an unqualified one. */
  String namespace() default "";
}
