package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A child element. A {@code List} repeats it, an {@code Optional} makes it optional. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ExiElement {
  /** The local name. */
  String value();

  /** The namespace of the element; empty stands for the namespace of the record's type. */
  String namespace() default "";
}
